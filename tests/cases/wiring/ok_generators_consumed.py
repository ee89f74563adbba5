"""What only makes a generator asks nothing: the loop that runs it tells of its errors."""
import logging

import requests

log = logging.getLogger(__name__)


def pages():
    url = "https://admin.api.mitel.io/2017-09-01/users"
    while url:
        reply = requests.get(url, timeout=10)
        if not reply.ok:
            log.error("%s: %s %s %s", url, reply.status_code, reply.text, reply.headers)
            reply.raise_for_status()
        body = reply.json()
        yield body["_embedded"]["items"]
        url = body["_links"].get("next", {}).get("href")


def numbered():
    try:
        found = enumerate(map(len, pages()))
    except ValueError:
        log.warning("no pages")
        found = iter(())
    return found


def main():
    for number, size in numbered():
        print(number, size)
