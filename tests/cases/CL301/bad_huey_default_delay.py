# case: kind=server level=self-assessed
# expects: CL301 CL303 CL304
import requests
from huey import RedisHuey

huey = RedisHuey("board")


@huey.task(retries=3)  # any failure, at once  # !CL301 CL303 CL304
def leave(conversation_id: str, user_id: str, headers: dict[str, str]) -> None:
    resp = requests.delete(
        f"https://chat.api.mitel.io/2017-09-01/conversations/{conversation_id}/participants/{user_id}",
        headers=headers,
        timeout=10,
    )
    resp.raise_for_status()
