import logging
import sys

import requests

from logsetup import setup

log = logging.getLogger("main")


def main() -> None:
    setup()
    resp = requests.get(
        f"https://presence.api.mitel.io/2017-09-01/presentities/{sys.argv[1]}",
        headers={"Authorization": f"Bearer {sys.argv[2]}"},
        timeout=10,
    )
    resp.raise_for_status()
    log.info("user %s is %s", sys.argv[1], resp.json()["state"])


if __name__ == "__main__":
    main()
