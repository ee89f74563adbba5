"""What an operator does with a call: put it through, park it, end it."""

import logging

import httpx

from api import url
from history import History
from phonebook import Person

log = logging.getLogger("switchboard.lines")


class Lines:
    def __init__(self, client: httpx.Client, endpoint_id: str, history: History) -> None:
        self.client = client
        self.endpoint_id = endpoint_id
        self.history = history

    def put_through(self, call_id: str, person: Person) -> bool:
        answer = self.client.put(
            url("media", "calls", call_id), json={"action": "transfer", "to": person.extension}
        )
        if answer.is_error:
            log.error(  # !CL105
                "operator at endpoint %s reached nobody: %d %s %s",
                self.endpoint_id,
                answer.status_code,
                answer.text,
                dict(answer.headers),
            )
            return False
        self.history.add("put through", call_id, person.name)
        return True

    def park(self, call_id: str) -> None:
        self.client.put(url("media", "calls", call_id), json={"action": "hold"})  # !CL305
        self.history.add("parked", call_id, "")

    def end(self, call_id: str) -> bool:
        try:
            self.client.delete(url("media", "calls", call_id)).raise_for_status()
        except httpx.HTTPStatusError as error:
            log.error("endpoint %s cannot end call %s: %s", self.endpoint_id, call_id, error)  # !CL102
            return False
        self.history.add("ended", call_id, "")
        return True
