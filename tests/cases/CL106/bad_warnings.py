# case: kind=server level=self-assessed
# expects: CL106
import warnings

import niquests


class Tags:
    def __init__(self, account_id: str, token: str) -> None:
        self._session = niquests.Session(base_url="https://admin.eu.api.mitel.io/2017-09-01")
        self._session.headers["Authorization"] = f"Bearer {token}"
        self._path = f"/accounts/{account_id}/tags"

    def names(self) -> list[str]:
        try:
            answer = self._session.get(self._path, timeout=5)
            answer.raise_for_status()
        except niquests.RequestException as exc:
            warnings.warn(f"no tags: {exc}", RuntimeWarning, stacklevel=2)  # !CL106
            return []
        return [tag["name"] for tag in answer.json()["_embedded"]["items"]]
