"""The fixers, a module for each rule."""
