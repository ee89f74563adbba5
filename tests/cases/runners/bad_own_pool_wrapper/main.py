from concurrent.futures import TimeoutError

import requests
from background import Background
from client import Client


def collect(token: str, account_ids: list[str]) -> dict:
    client = Client(token)
    background = Background()
    jobs = {account_id: background.start(client.tags, account_id) for account_id in account_ids}
    found = {}
    for account_id, job in jobs.items():
        try:
            found[account_id] = job.result(timeout=30)
        except (requests.RequestException, TimeoutError):  # !CL101
            found[account_id] = []
    return found
