# case: kind=server level=self-assessed
# expects: CL201
import pandas as pd
import requests


def export(path):
    reply = requests.get("https://admin.api.mitel.io/2017-09-01/users", timeout=9)
    reply.raise_for_status()
    frame = pd.DataFrame(reply.json()["_embedded"]["items"])
    frame["exported"] = pd.Timestamp.now().isoformat()  # !CL201
    frame.to_csv(path)
