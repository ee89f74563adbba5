"""The pages that the staff uses."""

from __future__ import annotations

import json
import logging
import os

from flask import Flask, Response, abort, jsonify, redirect, request, session

from frontdesk.faults import ApiFault
from frontdesk.gateway import Gateway
from frontdesk.journal import open_journal
from frontdesk.notifications import Notifications
from frontdesk.rooms import Register, Room, Rooms
from frontdesk.settings import Settings
from frontdesk.tokens import TokenDesk
from frontdesk.wakeups import WakeUps

log = logging.getLogger(__name__)


def read_plan(settings: Settings) -> dict[str, Room]:
    rows = json.loads((settings.folder / "rooms.json").read_text(encoding="utf-8"))
    return {row["number"]: Room(**row) for row in rows}


def create_app() -> Flask:
    settings = Settings.load()
    open_journal(settings.folder)
    tokens = TokenDesk(settings)
    gateway = Gateway(settings, tokens)
    rooms = Rooms(gateway, settings.account_id, Register(settings.folder / "register.db"))
    wakeups = WakeUps(gateway, os.environ["HOTEL_ANNOUNCEMENT"])
    plan = read_plan(settings)
    listen(gateway, settings)

    app = Flask(__name__)
    app.secret_key = os.environ["HOTEL_SECRET_KEY"]

    def room_or_404(number: str) -> Room:
        if "staff" not in session:
            abort(401)
        return plan.get(number) or abort(404)

    @app.get("/staff/sign-in")
    def sign_in():
        address, session["state"] = tokens.sign_in_address()
        return redirect(address)

    @app.get("/staff/welcome")
    def welcome():
        if request.args.get("state") != session.pop("state", None):
            abort(400)
        tokens.staff(request.args["code"])
        session["staff"] = True
        return redirect("/")

    @app.post("/rooms/<number>/arrival")
    def arrival(number: str):
        rooms.check_in(room_or_404(number), request.form["guest"])
        return "", 204

    @app.post("/rooms/<number>/departure")
    def departure(number: str):
        rooms.check_out(room_or_404(number))
        return "", 204

    @app.post("/rooms/<number>/wake-up")
    def wake_up(number: str):
        return jsonify(rings=wakeups.ring(room_or_404(number)))

    @app.errorhandler(ApiFault)
    def refused(fault: ApiFault) -> tuple[Response, int]:
        log.error("account %s, %s: %s", settings.account_id, request.path, fault.report())
        return jsonify(error="CloudLink refused the request; the log has the details."), 502

    return app


def listen(gateway: Gateway, settings: Settings) -> None:
    notifications = Notifications(gateway, settings.client_id, f"frontdesk-{settings.session_id}")
    notifications.follow("platform-api-conversations", settings.account_id, note_message)
    notifications.connect()


def note_message(event: dict) -> None:
    log.info("message in conversation %s", event.get("conversationId"))
