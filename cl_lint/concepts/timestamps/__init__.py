"""Times: which calls take them, what becomes of them, and where they end."""
