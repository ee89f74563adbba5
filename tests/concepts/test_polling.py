"""Loops and tasks that poll, and those that only look like it."""

from __future__ import annotations

import pytest
from judging import judge

from cl_lint.checks import cl503_polling

HEAD = """
import asyncio, itertools, threading, time
import requests
API = "https://{}.api.mitel.io/2017-09-01"
PRESENCE = API.format("presence") + "/presentities/7"
USERS = API.format("admin") + "/accounts/1/users"
stop = threading.Event()
"""

POLLS = {
    "while": "while True:  # !CL503\n    requests.get(PRESENCE)\n    time.sleep(5)",
    "event": "while not stop.wait(5):  # !CL503\n    requests.get(PRESENCE)",
    "count": "for _ in itertools.count():  # !CL503\n    requests.get(USERS)\n    time.sleep(5)",
    "since": (
        "last = 0\nwhile True:  # !CL503\n"
        "    last = requests.get(USERS, params={'since': last}).json()['last']\n    time.sleep(5)"
    ),
    "helper": "def ask():\n    requests.get(USERS)\nwhile True:  # !CL503\n    ask()\n    time.sleep(1)",
    "timer": "def tick():\n    requests.get(PRESENCE)\n    threading.Timer(5, tick).start()  # !CL503",
    "window": "def tick(root):\n    requests.get(PRESENCE)\n    root.after(5000, lambda: tick(root))",
    "after": "def tick(root):\n    requests.get(PRESENCE)\n    root.after(5000, tick)  # !CL503",
}

OTHERS = {
    "paging": (
        "url = USERS\nwhile url:\n    page = requests.get(url).json()\n"
        "    url = page.get('next')\n    time.sleep(1)"
    ),
    "paced": "for user in range(9):\n    requests.get(f'{USERS}/{user}')\n    time.sleep(1)",
    "writes": "while True:\n    requests.post(USERS, json={})\n    time.sleep(1)",
    "no pause": "while True:\n    requests.get(PRESENCE)",
    "other vendor": "while True:\n    requests.get('https://example.com/users')\n    time.sleep(1)",
    "no topic": "while True:\n    requests.get(API.format('media') + '/recordings/1')\n    time.sleep(1)",
    "retry": (
        "def get():\n    while True:\n        r = requests.get(PRESENCE)\n"
        "        if r.ok:\n            return r\n        time.sleep(2)"
    ),
    "failing": "r = requests.get(USERS)\nwhile not r.ok:\n    time.sleep(2)\n    r = requests.get(USERS)",
}


@pytest.mark.parametrize("code", [*POLLS.values(), *OTHERS.values()], ids=[*POLLS, *OTHERS])
def test_polling(code: str) -> None:
    judge(f"{HEAD}\n{code}\n", cl503_polling.check)
