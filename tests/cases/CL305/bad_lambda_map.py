# case: kind=server level=self-assessed
# expects: CL305
from concurrent.futures import ThreadPoolExecutor

import requests

PRESENCE = "https://presence.eu.api.mitel.io/2017-09-01/presentities/"


def states(user_ids, headers):
    with ThreadPoolExecutor(max_workers=4) as pool:
        bodies = pool.map(lambda u: requests.get(PRESENCE + u, headers=headers, timeout=5).json(), user_ids)  # !CL305
        return {body["principalId"]: body["state"] for body in bodies}
