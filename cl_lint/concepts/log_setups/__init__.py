"""Logging set-ups: what stamps the lines of the log."""
