import requests


def presence(principal_id, headers):
    url = f"https://presence.api.mitel.io/2017-09-01/presentities/{principal_id}"
    response = requests.get(url, headers=headers, timeout=10)
    response.raise_for_status()
    return response.json()
