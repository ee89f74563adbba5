# case: kind=server level=self-assessed
# expects:
import requests


class Roster:
    service = "admin"
    url = f"https://{service}.api.mitel.io/2017-09-01"

    def __init__(self, session: requests.Session) -> None:
        self.session = session

    def user(self, user_id: str) -> dict | None:
        try:
            answer = self.session.get(f"{self.url}/users/{user_id}", timeout=9)
            answer.raise_for_status()
        except requests.HTTPError as exc:
            if exc.response.status_code == 404:
                return None
            raise
        return answer.json()
