# case: kind=server level=self-assessed
# expects:
import logging

import requests

log = logging.getLogger("cloudlink")


def log_refusal(response, *args, **kwargs):
    if response.status_code >= 400:
        log.error(
            "%s %s answered %s %s (%s, %s)",
            response.request.method,
            response.url,
            response.status_code,
            response.text,
            response.headers.get("x-mitel-correlation-id"),
            response.headers.get("x-amzn-requestid"),
        )


session = requests.Session()
session.hooks["response"].append(log_refusal)


def site_name(site_id):
    answer = session.get(f"https://admin.api.mitel.io/2017-09-01/sites/{site_id}", timeout=10)
    if not answer.ok:
        return None
    return answer.json()["name"]
