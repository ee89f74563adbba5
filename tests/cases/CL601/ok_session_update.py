# case: kind=server level=self-assessed
# expects:
import requests

session = requests.Session()
session.headers.update({"X-Mitel-App": "app=Roster/1.2;platform=windows/10;session-id=roster"})


def contacts(token: str) -> dict:
    answer = session.get(
        "https://director.api.mitel.io/2017-09-01/contacts",
        headers={"Authorization": f"Bearer {token}"},
        timeout=10,
    )
    answer.raise_for_status()
    return answer.json()
