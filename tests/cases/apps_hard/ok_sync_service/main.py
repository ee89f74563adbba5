import logging
import sys

import requests

import logs
from cloud import CloudLink

log = logging.getLogger("sync")


def main() -> int:
    logs.configure()
    cloud = CloudLink()
    for account_id in sys.argv[1:]:
        try:
            users = cloud.users(account_id)
        except requests.RequestException as exc:
            headers = exc.response.headers if exc.response is not None else {}
            log.error(
                "account %s: %s correlation=%s request=%s",
                account_id,
                exc,
                headers.get("x-mitel-correlation-id"),
                headers.get("x-amzn-requestid"),
            )
            return 1
        log.info("account %s has %d users", account_id, len(users))
    return 0


if __name__ == "__main__":
    sys.exit(main())
