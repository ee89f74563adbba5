import logging


def quiet():
    for name in ("cloudlink", "cloudlink.api"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)  # !CL106
