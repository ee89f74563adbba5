# case: kind=server level=self-assessed
# expects:
import sys

import requests


def main(account_id: str, token: str) -> int:
    """Prints how many users have no extension; the exit status says whether there are any."""
    answer = requests.get(
        f"https://admin.us.api.mitel.io/2017-09-01/accounts/{account_id}/users",
        headers={"Authorization": f"Bearer {token}"},
        timeout=30,
    )
    answer.raise_for_status()
    bare = [user for user in answer.json()["_embedded"]["items"] if not user.get("extension")]
    for user in bare:
        print("ERROR: no extension:", user["name"], file=sys.stderr)
    return 1 if bare else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
