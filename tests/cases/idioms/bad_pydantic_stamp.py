# case: kind=server level=self-assessed
# expects: CL201
from datetime import datetime

import httpx
from pydantic import BaseModel, Field


class Message(BaseModel):
    text: str
    sent_at: datetime = Field(default_factory=datetime.now)  # !CL201


def post(client: httpx.Client, room, text):
    message = Message(text=text)
    reply = client.post(
        f"https://conversations.api.mitel.io/2017-09-01/conversations/{room}/messages",
        content=message.model_dump_json(),
    )
    reply.raise_for_status()
