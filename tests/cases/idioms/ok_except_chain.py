# case: kind=server level=self-assessed
# expects:
import json
import logging

import requests

log = logging.getLogger(__name__)


def read(path):
    try:
        with open(path) as file:
            return json.load(file)
    except (OSError, ValueError):
        return {}


def save(path, data):
    try:
        with open(path, "w") as file:
            json.dump(data, file)
    except OSError as error:
        print(f"cannot write {path}: {error}")


def refresh(session: requests.Session, path):
    known = read(path)
    reply = session.get(
        "https://admin.api.mitel.io/2017-09-01/tags", headers={"If-None-Match": known.get("etag", "")}
    )
    if reply.status_code == 304:
        return known
    reply.raise_for_status()
    try:
        body = reply.json()
    except ValueError:
        log.warning("tags: not JSON")
        return known
    save(path, {"etag": reply.headers["ETag"], "tags": body})
    return body
