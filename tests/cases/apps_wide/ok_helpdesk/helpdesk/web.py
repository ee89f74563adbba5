import logging

from flask import Flask, jsonify, request

from .cloudlink import Client, CloudLinkError
from .cloudlink.errors import NotFound
from .logs import configure
from .tickets import Ticket, Tickets

log = logging.getLogger(__name__)


def create_app():
    configure()
    app = Flask(__name__)
    tickets = Tickets(Client("chat"))
    admin = Client("admin")

    @app.errorhandler(CloudLinkError)
    def upstream(error):
        log.error("%s", error, extra=error.fields())
        return jsonify(error="upstream"), 502

    @app.errorhandler(NotFound)
    def missing(error):
        return jsonify(error="no such user"), 404

    @app.post("/tickets")
    def create():
        ok = tickets.announce(Ticket(**request.get_json()))
        return jsonify(ok=ok), 201 if ok else 503

    @app.get("/users/<user>")
    def user(user):
        return jsonify(admin.get(f"/users/{user}"))

    return app
