"""Rooms: who stays where, and a register of arrivals and departures."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path

from frontdesk.gateway import Gateway


@dataclass(frozen=True)
class Room:
    number: str
    user_id: str
    endpoint_id: str


class Register:
    """Every arrival and departure, with its time in UTC."""

    def __init__(self, path: Path) -> None:
        self._path = path
        with closing(sqlite3.connect(path)) as db, db:
            db.execute("CREATE TABLE IF NOT EXISTS stays (room TEXT, what TEXT, noted_at TEXT)")

    def note(self, room: Room, what: str) -> None:
        noted_at = datetime.now(timezone.utc).isoformat(timespec="seconds")
        with closing(sqlite3.connect(self._path)) as db, db:
            db.execute("INSERT INTO stays VALUES (?, ?, ?)", (room.number, what, noted_at))


class Rooms:
    def __init__(self, gateway: Gateway, account_id: str, register: Register) -> None:
        self._gateway = gateway
        self._users = f"/accounts/{account_id}/users"
        self._register = register

    def check_in(self, room: Room, guest: str) -> None:
        self._name(room, guest)
        self._register.note(room, "arrival")

    def check_out(self, room: Room) -> None:
        self._name(room, f"Room {room.number}")
        self._register.note(room, "departure")

    def _name(self, room: Room, name: str) -> None:
        self._gateway.put("admin", f"{self._users}/{room.user_id}", {"name": name})
