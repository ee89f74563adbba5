# case: kind=server level=self-assessed
# expects:
import logging
from collections.abc import Callable
from functools import partial

import requests

log = logging.getLogger("fanout")


def note(user_id: str, response: requests.Response) -> None:
    log.error(
        "user {} not told: {!r} {} {}".format(user_id, response.status_code, response.content, response.headers)
    )


def tell(session: requests.Session, conversation_id: str, text: str, on_refused: Callable) -> None:
    url = "https://chat.us.api.mitel.io/2017-09-01/conversations/{}/messages".format(conversation_id)
    response = session.post(url, json={"content": text}, timeout=10)
    if not response.ok:
        on_refused(response)


def tell_all(session: requests.Session, rooms: dict[str, str], text: str) -> None:
    for user_id, conversation_id in rooms.items():
        tell(session, conversation_id, text, partial(note, user_id))
