"""The self-assessment as a document: one set of data, and a module for each format."""
