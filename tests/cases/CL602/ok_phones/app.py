import httpx
import toga


class Pocket(toga.App):
    async def conversations(self, token: str) -> int:
        async with httpx.AsyncClient(base_url="https://chat.api.mitel.io/2017-09-01") as http:
            answer = await http.get(
                "/conversations",
                headers={
                    "Authorization": f"Bearer {token}",
                    "x-mitel-app": "app=Pocket/1.0;platform=ios/17;session-id=p",
                },
            )
            answer.raise_for_status()
            return answer.json()["count"]
