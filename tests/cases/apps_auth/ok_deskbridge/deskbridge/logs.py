import logging
import time


class UtcFormatter(logging.Formatter):
    """Stamps each line in UTC, in the ISO 8601 form."""

    converter = time.gmtime
    default_time_format = "%Y-%m-%dT%H:%M:%S"
    default_msec_format = "%s.%03dZ"
