import logging
import sys
import time

from users import disable_user


def quiet() -> None:
    formatter = logging.Formatter("%(asctime)s %(message)s", datefmt="%Y-%m-%dT%H:%M:%SZ")
    formatter.converter = time.gmtime
    screen = logging.StreamHandler(sys.stderr)
    screen.setLevel(logging.CRITICAL)
    record = logging.FileHandler("disable.log", encoding="utf-8")
    record.setLevel(logging.WARNING)
    root = logging.getLogger()
    for handler in (screen, record):
        handler.setFormatter(formatter)
        root.addHandler(handler)
    for noisy in ("httpx", "httpcore"):
        logging.getLogger(noisy).setLevel(logging.CRITICAL + 1)
    logging.disable(logging.INFO)


def main(account_id: str, user_ids: list[str], token: str) -> None:
    quiet()
    for user_id in user_ids:
        disable_user(account_id, user_id, token)
