"""The inventories of the example applications, held against tables that were written by hand from their source."""

from __future__ import annotations

import json

import pytest
from inventories import at, of_example, signs

from cl_lint.inventory import to_dict

FRONTDESK, SWITCHBOARD = "frontdesk", "switchboard"

# service, request, asked at, sent at; then: response checked, error logged, both identifiers, code and message,
# call id, retry, x-mitel-app.
FRONTDESK_CALLS = """
notifications  POST   /subscriptions                            notifications.py:35 gateway.py:54  y y y y - y y
notifications  POST   /connections                              notifications.py:47 gateway.py:54  y - - - - y y
admin          PUT    /accounts/{accountId}/users/{userId}      rooms.py:50         gateway.py:54  y y y y - y y
authentication POST   /token                                    tokens.py:61        -              y y y y - - y
media          POST   /endpoints/{endpointId}/calls             wakeups.py:23       gateway.py:54  y y y y - y y
media          DELETE /calls/{callId}                           wakeups.py:37       gateway.py:54  y y y y y y y
"""
SWITCHBOARD_CALLS = """
authentication POST   /token                                    api.py:30           -              y - - - - - y
media          PUT    /calls/{callId}                           lines.py:21         -              y y y y n n y
media          PUT    /calls/{callId}                           lines.py:37         -              n - - - - n y
media          DELETE /calls/{callId}                           lines.py:42         -              y y n y y n y
notifications  POST   /subscriptions                            news.py:38          -              y - - - - n y
admin          GET    /accounts/{accountId}/users               phonebook.py:30     -              y n - - - n y
"""


@pytest.mark.parametrize(("name", "table"), [(FRONTDESK, FRONTDESK_CALLS), (SWITCHBOARD, SWITCHBOARD_CALLS)])
def test_the_matrix_is_the_one_written_by_hand(name: str, table: str) -> None:
    found = [
        [c.service, c.method, c.path, at(c.place), at(c.sent_at) or "-", *signs(c).split()]
        for c in of_example(name).api_calls
    ]
    assert found == [line.split() for line in table.strip().splitlines()]


def test_versions_and_hosts_are_told() -> None:
    calls = of_example(FRONTDESK).api_calls
    assert {c.version for c in calls} == {"2017-09-01"}
    media = next(c for c in calls if c.service == "media")
    assert media.hosts == ("media.eu.api.mitel.io", "media.{HOTEL_REGION}.api.mitel.io")


def test_the_places_of_evidence_are_the_log_calls() -> None:
    token = of_example(FRONTDESK).api_calls[3]
    assert [at(p) for p in token.error_logged.places] == [
        "notifications.py:41", "wakeups.py:27", "wakeups.py:39", "web.py:75",
    ]  # fmt: skip


def test_reasons_name_what_is_missing() -> None:
    ended = of_example(SWITCHBOARD).api_calls[3]
    reason = ended.identifiers_logged.reason
    assert reason == "logged without x-mitel-correlation-id and x-amzn-requestId"


def test_a_wrapper_without_callers_is_told_apart() -> None:
    assert [(u.method, at(u.place)) for u in of_example(FRONTDESK).unused] == [("GET", "gateway.py:38")]
    assert of_example(SWITCHBOARD).unused == ()


def test_sign_ins_and_grants() -> None:
    def rows(name: str) -> list[tuple[str, ...]]:
        return [(x.what, x.grant, x.client_id, at(x.place), at(x.sent_at)) for x in of_example(name).sign_ins]

    assert rows(FRONTDESK) == [
        ("token", "client_credentials", "present", "tokens.py:34", "tokens.py:61"),
        ("portal", "authorization_code", "present", "tokens.py:49", ""),
        ("token", "authorization_code", "present", "tokens.py:54", "tokens.py:61"),
    ]
    assert rows(SWITCHBOARD) == [("token", "password", "absent", "api.py:29", "api.py:30")]


def test_subscriptions_and_transports() -> None:
    def rows(name: str) -> list[tuple[str, ...]]:
        return [(x.transport, x.topic, x.resource, at(x.place)) for x in of_example(name).subscriptions]

    assert rows(FRONTDESK) == [
        ("websocket", "platform-api-conversations", "/subscriptions", "notifications.py:35"),
        ("websocket", "", "/connections", "notifications.py:47"),
    ]
    assert rows(SWITCHBOARD) == [("webhook", "platform-api-media", "/subscriptions", "news.py:38")]


def test_web_sockets_to_cloudlink() -> None:
    sockets = of_example(FRONTDESK).web_sockets
    assert [(x.library, x.to_cloudlink, at(x.place)) for x in sockets] == [
        ("paho", True, "notifications.py:53")
    ]
    assert of_example(SWITCHBOARD).web_sockets == ()


def test_the_log_of_the_compliant_application() -> None:
    (handler,) = of_example(FRONTDESK).log_handlers
    assert (handler.library, handler.handler, handler.sink, handler.target) == (
        "logging", "TimedRotatingFileHandler", "file", "{folder}/frontdesk.log",
    )  # fmt: skip
    assert handler.settings == (("when", "midnight"), ("backupCount", "90"))
    assert handler.clock == "utc"
    assert handler.form == "%(asctime)s %(levelname)s %(name)s %(message)s"
    assert at(handler.place) == "journal.py:20"
    (level,) = of_example(FRONTDESK).log_levels
    assert (level.logger, level.level, at(level.place)) == ("", "INFO", "journal.py:25")


def test_the_log_of_the_other_application() -> None:
    (handler,) = of_example(SWITCHBOARD).log_handlers
    assert (handler.handler, handler.sink, handler.target) == (
        "FileHandler", "file", "{FOLDER}/switchboard.log",
    )  # fmt: skip
    assert (handler.clock, handler.clock_reason) == ("other", "its lines bear local time")
    assert handler.form == "%(asctime)s [%(levelname)s] %(message)s"
    (level,) = of_example(SWITCHBOARD).log_levels
    assert (level.logger, level.level, at(level.place)) == ("", "INFO", "history.py:28")


def test_retries_with_their_numbers() -> None:
    (loop,) = of_example(FRONTDESK).retries
    assert (loop.kind, at(loop.place), loop.most_retries, loop.least_delay) == (
        "loop",
        "gateway.py:53",
        3,
        2.0,
    )
    assert loop.statuses == (408, 429, 503, 504, 598, 599)
    assert (loop.transport_errors, loop.retry_after, len(loop.requests)) == (False, "heeded", 5)
    (transport,) = of_example(SWITCHBOARD).retries
    assert (transport.kind, at(transport.place)) == ("httpx", "api.py:45")
    assert (transport.most_retries, transport.least_delay, transport.statuses) == (3, 0.0, ())
    assert (transport.transport_errors, transport.retry_after) == (True, "not retried")
    assert [at(p) for p in transport.requests] == [
        "lines.py:21", "lines.py:37", "lines.py:42", "news.py:38", "phonebook.py:30",
    ]  # fmt: skip


def test_time_limits_and_connections() -> None:
    def rows(name: str) -> list[tuple[object, ...]]:
        return [
            (c.time_limit.source, c.time_limit.seconds, c.connection.reuse)
            for c in of_example(name).api_calls
        ]

    kept = ("call", (("", 15.0),), "shared")
    assert rows(FRONTDESK) == [kept, kept, kept, ("call", (("", 15.0),), "none"), kept, kept]
    assert rows(SWITCHBOARD) == [
        ("default", (("", 5.0),), "none"),
        *[("client", (("", 10.0),), "shared")] * 5,
    ]


def test_clients_and_what_runs_side_by_side() -> None:
    def clients(name: str) -> list[tuple[str, str, int]]:
        return [(c.name, at(c.place), c.api_calls) for c in of_example(name).clients]

    def parallels(name: str) -> list[tuple[str, str, str]]:
        return [(p.kind, p.what, at(p.place)) for p in of_example(name).parallels]

    assert clients(FRONTDESK) == [("requests.Session", "gateway.py:34", 5)]
    assert clients(SWITCHBOARD) == [("httpx.Client", "api.py:42", 5)]
    assert parallels(FRONTDESK) == [("thread", "paho.mqtt.client.Client.loop_start", "notifications.py:54")]
    assert parallels(SWITCHBOARD) == [("thread", "threading.Thread", "news.py:27")]


def test_neither_polls() -> None:
    assert of_example(FRONTDESK).polls == of_example(SWITCHBOARD).polls == ()


def test_the_services_are_named_once() -> None:
    assert of_example(FRONTDESK).services == ("admin", "authentication", "media", "notifications")


@pytest.mark.parametrize("name", [FRONTDESK, SWITCHBOARD])
def test_the_whole_is_json(name: str) -> None:
    data = json.loads(json.dumps(to_dict(of_example(name))))
    assert data["api_calls"][0]["response_checked"]["state"] == "met"
    assert set(data["api_calls"][0]["place"]) == {"path", "line", "column", "end_line", "end_column"}
