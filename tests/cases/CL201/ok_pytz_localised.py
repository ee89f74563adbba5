# case: kind=server level=self-assessed
# expects:
import csv
from datetime import datetime

import pytz
import requests


def append(path: str, endpoint_id: str, session: requests.Session) -> None:
    resp = session.get(f"https://media.us.api.mitel.io/2017-09-01/endpoints/{endpoint_id}/calls", timeout=10)
    resp.raise_for_status()
    calls = resp.json()["_embedded"]["items"]
    taken = pytz.utc.localize(datetime.utcnow())
    with open(path, "a", newline="") as out:
        writer = csv.writer(out)
        writer.writerow([taken.isoformat(), endpoint_id, len(calls)])
        writer.writerow([datetime.now(pytz.timezone("UTC")).isoformat(), endpoint_id, "end"])
