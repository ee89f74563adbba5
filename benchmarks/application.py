"""Writes applications of any size: a CloudLink client with services, views, jobs, records and logic."""

from __future__ import annotations

from pathlib import Path

KINDS = ("service", "view", "job", "record")

SETTINGS = '''
import os

REGION = os.environ.get("REGION", "us")
ADMIN = "https://admin.api.mitel.io/2017-09-01"
AUTH = "https://authentication.api.mitel.io/2017-09-01"
TIMEOUT = 10
RETRIES = 5
'''

LOGS = '''
import logging
import time


def set_up(level: int = logging.INFO) -> None:
    formatter = logging.Formatter("%(asctime)sZ %(levelname)s %(name)s %(message)s", "%Y-%m-%dT%H:%M:%S")
    formatter.converter = time.gmtime
    handler = logging.StreamHandler()
    handler.setFormatter(formatter)
    logging.basicConfig(level=level, handlers=[handler])
'''

CLIENT = '''
import logging
import time

import requests

from app import settings

log = logging.getLogger(__name__)


class ServiceError(Exception):
    """A call that failed, with what the service said."""

    def __init__(self, response: requests.Response) -> None:
        super().__init__(f"{response.status_code} {response.text}")
        self.response = response
        self.correlation_id = response.headers.get("x-mitel-correlation-id")


class Client:
    """Sends requests, again where the service asks for it."""

    def __init__(self, account_id: str, token: str) -> None:
        self.account_id = account_id
        self.session = requests.Session()
        self.session.headers["Authorization"] = f"Bearer {token}"

    def get(self, path: str, **params: str) -> dict:
        return self.send("GET", path, params=params)

    def put(self, path: str, body: dict) -> dict:
        return self.send("PUT", path, json=body)

    def send(self, method: str, path: str, **given: object) -> dict:
        url = f"{settings.ADMIN}/accounts/{self.account_id}/{path}"
        for attempt in range(settings.RETRIES):
            response = self.session.request(method, url, timeout=settings.TIMEOUT, **given)
            if response.status_code == 429 or response.status_code >= 500:
                log.warning("attempt %s failed: %s %s", attempt, response.status_code, response.headers)
                time.sleep(max(int(response.headers.get("Retry-After", 0)), 2 ** (attempt + 1)))
                continue
            break
        if not response.ok:
            raise ServiceError(response)
        return response.json()
'''

SERVICE = '''
import logging
from datetime import datetime, timezone

import requests

from app import settings
from app.client import Client, ServiceError
from app.record_{r} import Record{r}, merge_{r}_0

log = logging.getLogger(__name__)


class Service{n}:
    def __init__(self, client: Client) -> None:
        self.client = client
        self.known: dict[str, Record{r}] = {{}}

    def members(self, group: str) -> list[Record{r}]:
        found = self.client.get(f"groups/{{group}}/members", limit="50")
        return [Record{r}.of(item) for item in found["_embedded"]["items"]]

    def rename(self, group: str, name: str) -> bool:
        try:
            self.client.put(f"groups/{{group}}", {{"name": name, "changedOn": datetime.now(timezone.utc).isoformat()}})
        except ServiceError as error:
            log.error("group %s not renamed: %s %s", group, error, error.response.headers)
            return False
        except requests.ConnectionError as error:
            log.error("group %s not renamed, no connection: %s", group, error)
            return False
        return True

    def picture(self, user: str) -> bytes | None:
        response = requests.get(f"{{settings.ADMIN}}/users/{{user}}/picture", timeout=settings.TIMEOUT)
        if response.status_code != 200:
            log.error("no picture of %s: %s", user, response.status_code)
            return None
        return response.content

    def refresh(self, groups: list[str]) -> dict[str, list[Record{r}]]:
        fresh: dict[str, list[Record{r}]] = {{}}
        for group in groups:
            try:
                fresh[group] = self.members(group)
            except ServiceError as error:
                log.error("group %s not read: %s %s", group, error, error.response.headers)
        return {{group: merge_{r}_0(members) for group, members in fresh.items()}}
'''

VIEW = '''
import logging

from flask import Blueprint, abort, jsonify, request

from app.client import Client, ServiceError
from app.service_{s} import Service{s}

pages = Blueprint("pages{n}", __name__)
log = logging.getLogger(__name__)


def service() -> Service{s}:
    return Service{s}(Client(request.headers["X-Account"], request.headers["X-Token"]))


@pages.route("/groups/<group>/members")
def members(group: str):
    try:
        return jsonify([record.as_dict() for record in service().members(group)])
    except ServiceError as error:
        log.error("members of %s: %s %s", group, error, error.response.headers)
        abort(502)


@pages.route("/groups/<group>", methods=["PUT"])
def rename(group: str):
    if not service().rename(group, request.json["name"]):
        abort(502)
    return jsonify(done=True)
'''

JOB = '''
import logging
import time

from app.client import Client, ServiceError
from app.logs import set_up
from app.service_{s} import Service{s}

log = logging.getLogger(__name__)
PAUSE = 60


def run(client: Client, groups: list[str]) -> None:
    service = Service{s}(client)
    failures = 0
    while failures < 5:
        try:
            service.refresh(groups)
            failures = 0
        except ServiceError as error:
            failures += 1
            log.error("refresh failed: %s %s", error, error.response.headers)
        time.sleep(PAUSE)


if __name__ == "__main__":
    set_up()
    run(Client("account", "token"), ["sales", "support"])
'''

RECORD = '''
from __future__ import annotations

from dataclasses import asdict, dataclass, field


@dataclass
class Record{n}:
    id: str
    name: str = ""
    roles: list[str] = field(default_factory=list)
    score: float = 0.0

    @classmethod
    def of(cls, item: dict) -> Record{n}:
        return cls(item["id"], item.get("name", ""), list(item.get("roles", ())), float(item.get("score", 0)))

    def as_dict(self) -> dict:
        return asdict(self)
'''

LOGIC = '''

def measure_{n}_{k}(rows: list[dict[str, float]], scale: float = {k}.5) -> dict[str, float]:
    """Sums the columns of a table, and says how they differ from their mean."""
    totals: dict[str, float] = {{}}
    for row in rows:
        for name, value in row.items():
            totals[name] = totals.get(name, 0.0) + value * scale
    count = max(1, len(rows))
    means = {{name: total / count for name, total in totals.items()}}
    spread = {{}}
    for name, mean in means.items():
        spread[name] = sum(abs(row.get(name, 0.0) - mean) for row in rows) / count
    if not spread:
        return {{"empty": 0.0}}
    return {{**means, **{{f"{{name}}_spread": value for name, value in spread.items()}}}}


def merge_{n}_{k}(items, limit: int = {k}00):
    kept, seen = [], set()
    for item in sorted(items, key=lambda each: (each.name, each.id)):
        if item.id in seen:
            continue
        seen.add(item.id)
        try:
            item.score = round(float(item.score) * 100 / limit, 2)
        except (TypeError, ValueError):
            item.score = 0.0
        if item.score > limit or (item.roles and "guest" in item.roles):
            continue
        kept.append(item)
        if len(kept) >= limit:
            break
    return kept


class Window{n}_{k}:
    """The last values of a series."""

    def __init__(self, size: int = {k} + 10) -> None:
        self.size = size
        self.values: list[float] = []

    def add(self, value: float) -> float:
        self.values.append(value)
        if len(self.values) > self.size:
            self.values.pop(0)
        return self.mean()

    def mean(self) -> float:
        return sum(self.values) / len(self.values) if self.values else 0.0

    def trend(self) -> str:
        if len(self.values) < 2:
            return "steady"
        first, last = self.values[0], self.values[-1]
        return "rising" if last > first * 1.1 else "falling" if last < first * 0.9 else "steady"
'''


def write_project(folder: Path, modules: int, every: int) -> None:
    """A package of `modules` files of about 200 lines beside the client; each `every`th has to do with
    CloudLink, the others are records and logic that no such file needs."""
    package = folder / "app"
    package.mkdir(parents=True)
    for name, text in (("__init__", ""), ("settings", SETTINGS), ("logs", LOGS), ("client", CLIENT)):
        (package / f"{name}.py").write_text(text.lstrip())
    for n in range(modules // every):
        _write_cloudlink(package, n)
    for n in range(modules - modules // every):
        (package / f"plain_{n}.py").write_text((RECORD.format(n=n) + _logic(n)).lstrip())


def _write_cloudlink(package: Path, n: int) -> None:
    kind, group = KINDS[n % len(KINDS)], n - n % len(KINDS)
    template = {"service": SERVICE, "view": VIEW, "job": JOB, "record": RECORD}[kind]
    text = template.format(n=n, s=group, r=group + 3)
    (package / f"{kind}_{n}.py").write_text((text + _logic(n)).lstrip())


def _logic(n: int) -> str:
    return "".join(LOGIC.format(n=n, k=k) for k in range(3))
