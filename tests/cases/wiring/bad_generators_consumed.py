# expects: CL102
"""Pages are read lazily; the request is made where a row is taken."""
import csv
import logging

import requests

log = logging.getLogger(__name__)


def pages():
    url = "https://admin.api.mitel.io/2017-09-01/users"
    while url:
        reply = requests.get(url, timeout=10)
        reply.raise_for_status()
        body = reply.json()
        yield from body["_embedded"]["items"]
        url = body["_links"].get("next", {}).get("href")


def rows():
    return ({"id": user["userId"], "name": user["name"]} for user in pages())


def export(path):
    with open(path, "w", newline="") as file:
        writer = csv.DictWriter(file, ["id", "name"])
        try:
            writer.writerows(rows())
        except requests.HTTPError as error:
            log.error("not exported: %s %s", error, error.response.text)  # !CL102
            raise
        except requests.ConnectionError as error:
            log.error("not reached: %s", error)
            raise
