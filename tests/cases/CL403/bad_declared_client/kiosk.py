import sys

import requests

from constants import GRANT, REALM


def main(argv: list[str]) -> int:
    """A program for the reception's tablet; it has no window toolkit of its own."""
    client_id, secret = argv[1:3]
    answer = requests.post(  # !CL403
        f"{REALM}/token", data={"grant_type": GRANT, "client_id": client_id, "client_secret": secret}, timeout=10
    )
    answer.raise_for_status()
    print(answer.json()["expires_in"])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
