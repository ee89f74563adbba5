# case: kind=unknown level=self-assessed
# expects: CL601
import json
import sys
from urllib.request import Request, urlopen


def main(token: str) -> None:
    order = Request("https://admin.api.mitel.io/2017-09-01/users/me")
    order.add_header("Authorization", "Bearer " + token)
    with urlopen(order, timeout=10) as reply:  # !CL601
        print(json.load(reply)["name"])


if __name__ == "__main__":
    main(sys.argv[1])
