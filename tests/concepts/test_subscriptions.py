"""Subscriptions and their transports."""

from __future__ import annotations

import pytest
from judging import judge

from cl_lint.checks import cl501_webhook_in_client, cl502_webhook_last_resort

SUBSCRIPTIONS_SELF_ASSESSED_SERVER = {
    "dep": """
        import requests
        T = {"hook": "webhook", "sock": "websocket"}

        def sub(kind):
            requests.post(  # !CL502
                "https://notifications.api.mitel.io/subscriptions",
                json={"transport": T["hook"], "topic": "x"}
            )
    """,
    "svc": """
        import requests

        class N:
            def __init__(self, transport="webhook"):  # !CL502
                self.transport = transport
            def sub(self):
                requests.post(
                    "https://notifications.api.mitel.io/subscriptions",
                    json={"transport": self.transport, "topic": "x"}
                )
        n = N()
    """,
    "svc-ok": """
        import requests

        class N:
            def __init__(self, transport="webhook"):
                self.transport = transport
            def sub(self):
                requests.post(
                    "https://notifications.api.mitel.io/subscriptions",
                    json={"transport": self.transport, "topic": "x"}
                )
        n = N("websocket")
        n.sub()
    """,
    "env": """
        import os, requests

        def sub():
            t = os.getenv("TRANSPORT", "webhook")  # !CL502
            requests.post(
                "https://notifications.api.mitel.io/subscriptions",
                json={"transport": t, "topic": "x"}
            )
    """,
    "medium": """
        import os, requests
        BASE = os.environ["MITEL_NOTIFICATIONS"]

        def sub():
            requests.post(f"{BASE}/subscriptions", json={"transport": "webhook", "topic": "x"})  # !CL502
    """,
    "other": """
        import os, requests
        BASE = os.environ["TWILIO"]

        def sub():
            requests.post(f"{BASE}/subscriptions", json={"transport": "webhook", "topic": "x"})
            requests.post("https://chat.api.mitel.io/conversations", json={"transport": "webhook"})
    """,
    "literal-type": """
        from typing import Literal
        import requests

        def sub(transport: Literal["webhook", "websocket"]):
            requests.post(
                "https://notifications.api.mitel.io/subscriptions",
                json={"transport": transport, "topic": "x"}
            )

        def go():
            sub("websocket")
    """,
    "iter": """
        import requests
        SUBS = [{"transport": "websocket", "topic": "a"}, {"transport": "webhook", "topic": "b"}]  # !CL502

        def go():
            for s in SUBS:
                requests.post("https://notifications.api.mitel.io/subscriptions", json=s)
    """,
}


@pytest.mark.parametrize(
    "code", SUBSCRIPTIONS_SELF_ASSESSED_SERVER.values(), ids=SUBSCRIPTIONS_SELF_ASSESSED_SERVER
)
def test_subscriptions_self_assessed_server(code: str) -> None:
    judge(
        code,
        cl501_webhook_in_client.check,
        cl502_webhook_last_resort.check,
        level="self-assessed",
        kind="server",
    )


SUBSCRIPTIONS_SELF_ASSESSED_CLIENT = {
    "base": """
        import httpx
        client = httpx.AsyncClient(base_url="https://notifications.us.api.mitel.io/")

        async def sub(body):
            await client.post("subscriptions", json=body)

        async def go():
            await sub({"transport": "WebHook", "topic": "x"})  # !CL501
    """,
    "json-file-text": """
        import requests
        BODY = '{"transport": "webhook", "topic": "x"}'

        def go():
            requests.post("https://notifications.api.mitel.io/subscriptions", data=BODY)  # !CL501
    """,
    "urlpath": """
        import requests

        def call(method, service, path, **kw):
            return requests.request(method, f"https://{service}.api.mitel.io{path}", **kw)

        def go():
            call("POST", "notifications", "/subscriptions", json={"transport": "webhook"})  # !CL501

        def drop(i):
            call("DELETE", "notifications", f"/subscriptions/{i}")
    """,
    "enum-attr": """
        import requests
        from enum import StrEnum
        from dataclasses import dataclass, asdict, field

        class T(StrEnum):
            HOOK = "webhook"
            SOCK = "websocket"

        @dataclass
        class Sub:
            topic: str
            transport: T = T.HOOK  # !CL501

        def go():
            requests.post("https://notifications.api.mitel.io/subscriptions", json=asdict(Sub("x")))
    """,
    "to-dict": """
        import requests

        class Sub:
            def __init__(self, topic, transport):
                self.topic = topic
                self.transport = transport
            def to_json(self):
                return {"topic": self.topic, "transport": self.transport}

        def go():
            s = Sub("x", "webhook")  # !CL501
            requests.post("https://notifications.api.mitel.io/subscriptions", json=s.to_json())
    """,
    "comp": """
        import requests

        def go(topics):
            bodies = [{"topic": t, "transport": "webhook"} for t in topics]  # !CL501
            for b in bodies:
                requests.post("https://notifications.api.mitel.io/subscriptions", json=b)
    """,
}


@pytest.mark.parametrize(
    "code", SUBSCRIPTIONS_SELF_ASSESSED_CLIENT.values(), ids=SUBSCRIPTIONS_SELF_ASSESSED_CLIENT
)
def test_subscriptions_self_assessed_client(code: str) -> None:
    judge(
        code,
        cl501_webhook_in_client.check,
        cl502_webhook_last_resort.check,
        level="self-assessed",
        kind="client",
    )
