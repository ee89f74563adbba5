import logging
import sys

FORMAT = "{asctime} [{levelname}] {name}: {message}"


def setup(verbose=False):
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter(FORMAT, datefmt="%d.%m.%Y %H:%M:%S", style="{"))  # !CL203
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.DEBUG if verbose else logging.INFO)
