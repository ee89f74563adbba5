"""Check-in, wake-up calls and messages for the rooms of a hotel."""

VERSION = "1.8.2"
