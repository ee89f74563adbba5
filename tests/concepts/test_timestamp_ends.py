"""Where times end: what keeps them, what only uses them, and how they get there."""

from __future__ import annotations

import pytest
from snippets import compare, snippet

from cl_lint.checks import cl201_non_utc_timestamp, cl202_non_iso_timestamp

CHECKS = {
    "CL201": cl201_non_utc_timestamp.check,
    "CL202": cl202_non_iso_timestamp.check,
}

KEPT = {
    "log argument": """
        log.info("done at %s", datetime.now())  # !CL201
    """,
    "log f-string": """
        log.info(f"done at {datetime.now()}")  # !CL201
    """,
    "structlog keyword": """
        import structlog
        slog = structlog.get_logger()
        slog.info("done", at=datetime.now().isoformat())  # !CL201
    """,
    "loguru braces": """
        from loguru import logger
        logger.info("done at {}", datetime.now())  # !CL201
    """,
    "loguru spec": """
        from loguru import logger
        logger.info("done at {:%d.%m.%Y %H:%M}", datetime.now(UTC))  # !CL202
    """,
    "bound logger": """
        import structlog
        slog = structlog.get_logger().bind(started=datetime.now().isoformat())  # !CL201
    """,
    "query": """
        requests.get(API + "/calls", params={"from": datetime.utcnow().isoformat()}, timeout=5)  # !CL201
    """,
    "url": """
        requests.get(f"{API}/calls?from={datetime.utcnow().isoformat()}", timeout=5)  # !CL201
    """,
    "header": """
        requests.get(API, headers={"x-sent-on": datetime.utcnow().isoformat()}, timeout=5)  # !CL201
    """,
    "body of dumps": """
        requests.post(API, data=json.dumps({"sentOn": datetime.now().isoformat()}), timeout=5)  # !CL201
    """,
    "body built in steps": """
        body = {"content": "x"}
        body["sentOn"] = datetime.now().isoformat()  # !CL201
        requests.post(API, json=body, timeout=5)
    """,
    "body by update": """
        body = {"content": "x"}
        body.update({"sentOn": datetime.now().isoformat()})  # !CL201
        requests.post(API, json=body, timeout=5)
    """,
    "body by update keyword": """
        body = dict(content="x")
        body.update(sentOn=datetime.now().isoformat())  # !CL201
        requests.post(API, json=body, timeout=5)
    """,
    "body merged": """
        base = {"sentOn": datetime.now().isoformat()}  # !CL201
        requests.post(API, json={**base, "content": "x"}, timeout=5)
    """,
    "body united": """
        stamp = {"sentOn": datetime.now().isoformat()}  # !CL201
        requests.post(API, json={"content": "x"} | stamp, timeout=5)
    """,
    "body filled by a function": """
        def stamped(body):
            body["sentOn"] = datetime.now().isoformat()  # !CL201
        def send():
            body = {"content": "x"}
            stamped(body)
            requests.post(API, json=body, timeout=5)
    """,
    "nested body": """
        requests.post(API, json={"meta": {"audit": [{"at": datetime.now().isoformat()}]}})  # !CL201
    """,
    "wrapper with a path": """
        class Client:
            def _request(self, method, path, **kwargs):
                return requests.request(method, API + path, timeout=5, **kwargs)
            def touch(self):
                self._request("PUT", "/touch", json={"at": datetime.now().isoformat()})  # !CL201
    """,
    "two helpers": """
        def now():
            return datetime.now()  # !CL201
        def stamp():
            return now().isoformat()
        def send():
            requests.post(API, json={"at": stamp()}, timeout=5)
    """,
    "parameter": """
        def stamp(moment):
            return moment.isoformat()
        def send():
            requests.post(API, json={"at": stamp(datetime.now())}, timeout=5)  # !CL201
            log.info("at %s", stamp(datetime.now(UTC)))
    """,
    "default clock": """
        class Client:
            def __init__(self, clock=datetime.now):
                self._clock = clock
            def send(self):
                requests.post(API, json={"at": self._clock().isoformat()}, timeout=5)  # !CL201
    """,
    "alias of a clock": """
        now = datetime.utcnow
        def send():
            requests.post(API, json={"at": now().isoformat()}, timeout=5)  # !CL201
    """,
    "lambda clock": """
        stamp = lambda: datetime.now().isoformat()  # !CL201
        def send():
            requests.post(API, json={"at": stamp()}, timeout=5)
    """,
    "conversion in another function": """
        def now():
            return datetime.now(UTC)
        def local(moment):
            return moment.astimezone()  # !CL201
        def send():
            requests.post(API, json={"at": local(now()).isoformat()}, timeout=5)
    """,
    "attribute": """
        class Call:
            def __init__(self):
                self.started = datetime.now()  # !CL201
            def body(self):
                return {"started": self.started.isoformat()}
        def send():
            requests.post(API, json=Call().body(), timeout=5)
    """,
    "attribute set outside": """
        class Call:
            started = None
        def begin(call: Call):
            call.started = datetime.now()  # !CL201
        def send(call: Call):
            requests.post(API, json={"started": call.started.isoformat()}, timeout=5)
    """,
    "property": """
        class Clock:
            @property
            def now(self):
                return datetime.now().isoformat()  # !CL201
        clock = Clock()
        def send():
            requests.post(API, json={"at": clock.now}, timeout=5)
    """,
    "global": """
        STARTED = datetime.now().isoformat()  # !CL201
        def send():
            requests.post(API, json={"at": STARTED}, timeout=5)
    """,
    "global of another module": """
        ## boot.py
        STARTED = datetime.now().isoformat()  # !CL201
        ## main.py
        import boot
        from boot import STARTED
        def send():
            log.info("started %s", boot.STARTED)
    """,
    "closure": """
        def make():
            started = datetime.now().isoformat()  # !CL201
            def send():
                requests.post(API, json={"at": started}, timeout=5)
            return send
    """,
    "static method": """
        class Times:
            @staticmethod
            def now():
                return datetime.now().isoformat()  # !CL201
        def send():
            log.info("at %s", Times.now())
    """,
    "dataclass field": """
        from dataclasses import asdict, dataclass
        @dataclass
        class Event:
            name: str
            at: str
        def send():
            event = Event("x", datetime.now().isoformat())  # !CL201
            requests.post(API, json=asdict(event), timeout=5)
    """,
    "dataclass factory": """
        from dataclasses import asdict, dataclass, field
        @dataclass
        class Event:
            name: str
            at: datetime = field(default_factory=datetime.utcnow)  # !CL201
        def send():
            requests.post(API, json={"at": Event("x").at.isoformat()}, timeout=5)
    """,
    "dataclass lambda": """
        from dataclasses import asdict, dataclass, field
        @dataclass
        class Event:
            name: str
            at: str = field(default_factory=lambda: datetime.now().isoformat())  # !CL201
        def send():
            requests.post(API, json=asdict(Event("x")), timeout=5)
    """,
    "pydantic factory": """
        from pydantic import BaseModel, Field
        class Event(BaseModel):
            name: str
            at: datetime = Field(default_factory=datetime.now)  # !CL201
        def send():
            requests.post(API, json=Event(name="x").model_dump(mode="json"), timeout=5)
    """,
    "attrs factory": """
        import attrs
        @attrs.define
        class Event:
            at: datetime = attrs.field(factory=datetime.now)  # !CL201
        def send():
            log.info("event", extra=attrs.asdict(Event()))
    """,
    "named tuple": """
        from typing import NamedTuple
        class Event(NamedTuple):
            at: str
        def send():
            requests.post(API, json=Event(at=datetime.now().isoformat())._asdict(), timeout=5)  # !CL201
    """,
    "sqlalchemy default": """
        from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
        class Base(DeclarativeBase): pass
        class Row(Base):
            __tablename__ = "rows"
            at: Mapped[datetime] = mapped_column(default=datetime.utcnow)  # !CL201
            changed: Mapped[datetime] = mapped_column(onupdate=lambda: datetime.now())  # !CL201
            right: Mapped[datetime] = mapped_column(default=lambda: datetime.now(UTC))
    """,
    "sqlalchemy attribute": """
        from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
        class Base(DeclarativeBase): pass
        class Row(Base):
            __tablename__ = "rows"
            read_at: Mapped[datetime] = mapped_column()
        def mark(session, key):
            row = session.get(Row, key)
            row.read_at = datetime.now()  # !CL201
            session.commit()
    """,
    "sqlalchemy insert": """
        from sqlalchemy import insert
        def keep(session, table):
            session.execute(insert(table).values(at=datetime.now()))  # !CL201
    """,
    "session add": """
        from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
        class Base(DeclarativeBase): pass
        class Row(Base):
            __tablename__ = "rows"
            at: Mapped[datetime] = mapped_column()
        def keep(session):
            row = Row(at=datetime.now())  # !CL201
            session.add(row)
    """,
    "django field": """
        from django.db import models
        class Visit(models.Model):
            at = models.DateTimeField(default=datetime.now)  # !CL201
    """,
    "django create": """
        from django.db import models
        class Visit(models.Model):
            at = models.DateTimeField()
        def visit():
            Visit.objects.create(at=datetime.now())  # !CL201
    """,
    "execute": """
        import sqlite3
        def keep(db: sqlite3.Connection):
            with db:
                db.execute("INSERT INTO t VALUES (?, ?)", (1, datetime.now().isoformat()))  # !CL201
    """,
    "execute many": """
        import sqlite3
        db = sqlite3.connect("x.db")
        def keep(items):
            now = datetime.now().isoformat()  # !CL201
            db.cursor().executemany("INSERT INTO t VALUES (?, ?)", [(item, now) for item in items])
    """,
    "mongo": """
        import pymongo
        calls = pymongo.MongoClient().db.calls
        def keep():
            calls.insert_one({"at": datetime.now()})  # !CL201
    """,
    "redis hash": """
        import redis
        store = redis.Redis()
        def keep(key):
            store.hset(key, mapping={"at": datetime.now().isoformat()})  # !CL201
    """,
    "open write": """
        def keep(text):
            with open("journal.txt", "a") as out:
                out.write(f"{datetime.now()} {text}\\n")  # !CL201
    """,
    "print into a file": """
        def keep(text):
            with open("journal.txt", "a") as out:
                print(datetime.now().isoformat(), text, file=out)  # !CL201
    """,
    "write_text": """
        from pathlib import Path
        def keep():
            Path("last.txt").write_text(datetime.now().isoformat())  # !CL201
    """,
    "csv": """
        import csv
        def keep():
            with open("journal.csv", "a") as out:
                csv.writer(out).writerow([datetime.now().isoformat(), "x"])  # !CL201
    """,
    "csv dict": """
        import csv
        def keep():
            with open("journal.csv", "a") as out:
                writer = csv.DictWriter(out, ["at"])
                writer.writerow({"at": datetime.now().isoformat()})  # !CL201
    """,
    "json dump": """
        def keep():
            with open("state.json", "w") as out:
                json.dump({"at": datetime.now().isoformat()}, out)  # !CL201
    """,
    "state kept in self": """
        class State:
            def __init__(self):
                self.data = {}
            def touch(self):
                self.data["at"] = datetime.now().isoformat()  # !CL201
            def save(self):
                with open("state.json", "w") as out:
                    json.dump(self.data, out)
    """,
    "rows kept in self": """
        import csv
        class Rows:
            def __init__(self):
                self.rows = []
            def touch(self):
                self.rows.append([datetime.now().isoformat(), "x"])  # !CL201
            def save(self):
                with open("rows.csv", "w") as out:
                    csv.writer(out).writerows(self.rows)
    """,
    "lines joined": """
        from pathlib import Path
        def keep():
            lines = []
            lines.append(f"made {datetime.now()}")  # !CL201
            Path("x.txt").write_text("\\n".join(lines))
    """,
    "queue": """
        import pika
        def send(channel):
            channel.basic_publish("", "events", json.dumps({"at": datetime.now().isoformat()}))  # !CL201
    """,
    "flask answer": """
        from flask import Flask, jsonify
        app = Flask(__name__)
        @app.get("/health")
        def health():
            return jsonify(time=datetime.now().isoformat())  # !CL201
    """,
    "fastapi answer": """
        from fastapi import FastAPI
        app = FastAPI()
        @app.get("/health")
        def health():
            return {"time": datetime.now().isoformat()}  # !CL201
    """,
    "generator": """
        def rows(items):
            for item in items:
                yield {"item": item, "at": datetime.now().isoformat()}  # !CL201
        def send(items):
            for row in rows(items):
                requests.post(API, json=row, timeout=5)
    """,
    "tuple unpacked": """
        def window():
            return datetime.now(), 5  # !CL201
        def send():
            since, size = window()
            requests.get(API, params={"from": since.isoformat()}, timeout=5)
    """,
    "conditional": """
        def stamp(moment=None):
            moment = moment or datetime.now()  # !CL201
            return moment.isoformat()
        def send():
            requests.post(API, json={"at": stamp()}, timeout=5)
    """,
    "async": """
        import httpx
        async def stamp():
            return datetime.now().isoformat()  # !CL201
        async def send(client: httpx.AsyncClient):
            await client.post(API, json={"at": await stamp()})
    """,
    "returned to nobody": """
        def snapshot():
            return {"takenAt": datetime.now().isoformat()}  # !CL201
    """,
    "zone from the environment's default": """
        import os
        from zoneinfo import ZoneInfo
        ZONE = ZoneInfo(os.environ.get("ZONE", "Europe/Berlin"))
        log.info("at %s", datetime.now(ZONE))  # !CL201
    """,
    "wrong utc epoch": """
        requests.post(API, json={"timestamp": datetime.utcnow().timestamp()}, timeout=5)  # !CL201
    """,
    "epoch in a message": """
        log.info("timestamp=%d", time.time())  # !CL202
    """,
    "two texts of one time": """
        now = datetime.now(UTC)
        log.info("at %s", now.strftime("%c"))  # !CL202
        requests.post(API, json={"at": now.strftime("%d/%m/%Y %H:%M")}, timeout=5)  # !CL202
    """,
}


@pytest.mark.parametrize("code", KEPT.values(), ids=KEPT)
def test_a_time_that_is_kept_is_judged(code: str) -> None:
    compare(snippet(code), CHECKS)


USED = {
    "duration": """
        started = datetime.now()
        requests.get(API, timeout=5)
        log.info("took %s", datetime.now() - started)
    """,
    "duration of numbers": """
        started = time.time()
        requests.get(API, timeout=5)
        log.info("done", extra={"time": time.time() - started})
    """,
    "duration in self": """
        class Timer:
            def __enter__(self):
                self.started = time.time()
                return self
            def __exit__(self, *error):
                log.info("took %.1f", time.time() - self.started)
    """,
    "expiry": """
        class Token:
            def __init__(self, seconds):
                self.until = datetime.now() + timedelta(seconds=seconds)
            def is_old(self):
                return datetime.now() >= self.until
    """,
    "hour": """
        log.info("hour %d", datetime.now().hour)
    """,
    "day of the week": """
        log.info("today is %s", datetime.now().strftime("%A"))
    """,
    "business hours": """
        from datetime import time as clock
        def is_open():
            return clock(8) <= datetime.now().time() < clock(17) and datetime.now().weekday() < 5
    """,
    "file name": """
        def keep(text):
            with open(f"report-{datetime.now():%Y%m%d-%H%M}.txt", "w") as out:
                out.write(text)
    """,
    "file name by strftime": """
        import os
        def keep(folder, text):
            name = datetime.now().strftime("report-%Y%m%d-%H%M.txt")
            path = os.path.join(folder, name)
            log.info("report in %s", path)
            with open(path, "w") as out:
                out.write(text)
    """,
    "file name logged": """
        from pathlib import Path
        def keep(folder: Path, text):
            target = folder / f"report-{datetime.now():%Y%m%d}"
            target.write_text(text)
            log.info("report in %s", target)
    """,
    "file name of a function": """
        def name():
            return f"report-{datetime.now():%Y%m%d-%H%M}.txt"
        def keep(text):
            with open(name(), "w") as out:
                out.write(text)
    """,
    "screen": """
        print("done at", datetime.now())
    """,
    "rich": """
        from rich.console import Console
        Console().print(f"done at {datetime.now()}")
    """,
    "tkinter variable": """
        import tkinter as tk
        class Window(tk.Tk):
            def __init__(self):
                super().__init__()
                self.status = tk.StringVar()
            def refresh(self):
                self.status.set(f"refreshed {datetime.now():%H:%M:%S}")
    """,
    "qt label": """
        from PyQt6.QtWidgets import QLabel
        class Clock(QLabel):
            def tick(self):
                self.setText(datetime.now().strftime("%d.%m.%Y %H:%M:%S"))
    """,
    "template": """
        from flask import Flask, render_template
        app = Flask(__name__)
        @app.get("/")
        def index():
            return render_template("index.html", now=datetime.now())
    """,
    "chat message": """
        requests.post(API, json={"content": f"It is {datetime.now():%H:%M}"}, timeout=5)
    """,
    "chat message through a helper": """
        def say(text):
            requests.post(API, json={"content": text}, timeout=5)
        say("Closed since " + datetime.now().strftime("%H:%M"))
    """,
    "mail": """
        from email.mime.text import MIMEText
        import smtplib
        def send():
            mail = MIMEText(f"Report of {datetime.now():%d.%m.%Y %H:%M}")
            mail["Date"] = "x"
            smtplib.SMTP("x").send_message(mail)
    """,
    "token": """
        import jwt
        def token(key):
            now = datetime.utcnow()
            return jwt.encode({"iat": now, "exp": now + timedelta(hours=1)}, key)
    """,
    "http date": """
        import email.utils
        requests.get(API, headers={"If-Modified-Since": email.utils.formatdate(usegmt=True)}, timeout=5)
    """,
    "nonce": """
        requests.post(API, json={"requestId": f"app-{time.time_ns()}", "nonce": int(time.time())}, timeout=5)
    """,
    "epoch in a file": """
        def keep():
            with open("cache.json", "w") as out:
                json.dump({"fetched_at": time.time()}, out)
    """,
    "sleep until": """
        def wait(due):
            time.sleep(max(0, due - time.time()))
    """,
    "another vendor": """
        requests.post("https://api.example.com/v1/events", json={"at": datetime.now().isoformat()}, timeout=5)
    """,
    "cache key": """
        cache = {}
        def get(key):
            cache[key] = (datetime.now(), 5)
            return cache[key][1]
    """,
    "pytz normalised": """
        import pytz
        log.info("at %s", pytz.utc.normalize(datetime.now(pytz.timezone("Europe/Rome"))).isoformat())
    """,
    "zone that is not known": """
        def at(zone):
            log.info("at %s", datetime.now(zone).isoformat())
    """,
    "callers of a helper apart": """
        def text(moment):
            return moment.strftime("%H:%M")
        def show():
            print(text(datetime.now()))
        def send():
            requests.post(API, json={"day": datetime.now(UTC).strftime("%Y-%m-%d")}, timeout=5)
    """,
    "sorting and comparing": """
        def newest(calls):
            since = datetime.now() - timedelta(days=1)
            return [call for call in calls if datetime.fromisoformat(call["start"]) > since]
    """,
    "django aware": """
        from django.utils import timezone as tz
        log.info("at %s", tz.now().isoformat())
    """,
    "a formatter's own time": """
        class Lines(logging.Formatter):
            def formatTime(self, record, datefmt=None):
                return self.text(record)
            def text(self, record):
                return datetime.fromtimestamp(record.created).isoformat()
    """,
    "a structlog processor's own time": """
        import structlog
        def stamp(logger, name, event):
            event["time"] = datetime.now().isoformat()
            return event
        structlog.configure(processors=[stamp, structlog.processors.JSONRenderer()])
    """,
}


@pytest.mark.parametrize("code", USED.values(), ids=USED)
def test_a_time_that_is_only_used_is_left_alone(code: str) -> None:
    compare(snippet(code), CHECKS)
