# case: kind=server level=self-assessed
# expects: CL201
import csv
from datetime import datetime

import pytz
import requests

HOME = pytz.timezone("US/Pacific")


def append(path: str, endpoint_id: str, session: requests.Session) -> None:
    resp = session.get(f"https://media.us.api.mitel.io/2017-09-01/endpoints/{endpoint_id}/calls", timeout=10)
    resp.raise_for_status()
    calls = resp.json()["_embedded"]["items"]
    with open(path, "a", newline="") as out:
        csv.writer(out).writerow([datetime.now(HOME).isoformat(), endpoint_id, len(calls)])  # !CL201
