from rest import Rest


class Groups:
    def __init__(self, rest: Rest, account_id: str) -> None:
        self._rest = rest
        self._path = f"/accounts/{account_id}/groups"

    async def create(self, name: str) -> str:
        answer = await self._rest.send("POST", self._path, json={"name": name})
        if not answer.is_success:
            raise ValueError(f"group {name}: {answer.status_code} {answer.text}")
        return answer.json()["groupId"]
