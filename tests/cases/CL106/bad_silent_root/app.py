import logging
import time

from users import disable_user


def quiet() -> None:
    root = logging.getLogger()
    handler = logging.StreamHandler()
    formatter = logging.Formatter("%(asctime)s %(message)s", datefmt="%Y-%m-%dT%H:%M:%SZ")
    formatter.converter = time.gmtime
    handler.setFormatter(formatter)
    root.addHandler(handler)
    root.setLevel(logging.CRITICAL)  # !CL106


def main(account_id: str, user_ids: list[str], token: str) -> None:
    quiet()
    for user_id in user_ids:
        disable_user(account_id, user_id, token)
