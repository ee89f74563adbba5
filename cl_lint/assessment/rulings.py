"""What the concepts say about a practice that has no open finding: that it does not apply, that it is kept
without further proof, or that what was found cannot decide it. Where they say nothing, evidence decides."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from cl_lint.assessment.statuses import Ruling, Status
from cl_lint.catalog import Practice
from cl_lint.concepts.api_calls import ApiCall
from cl_lint.concepts.application import Application
from cl_lint.concepts.error_records import CALL_PATH, ErrorRecord
from cl_lint.concepts.failures import STATUS
from cl_lint.concepts.sign_ins import CLIENT_CREDENTIALS, PASSWORD, REFRESH, SignIn
from cl_lint.concepts.subscriptions import WEBHOOK, WEBSOCKET
from cl_lint.concepts.urls import service, url_path
from cl_lint.findings import Place
from cl_lint.program import Ref
from cl_lint.program.texts import text_template

MOST_PLACES = 5

Judge = Callable[[Application, Practice], "Ruling | None"]


def ruling_of_concepts(app: Application, practice: Practice) -> Ruling | None:
    """What the application's concepts say of the practice at the level of its configuration; None where
    evidence has to decide. To be asked only where no finding is open."""
    judge = _JUDGES.get(practice.id)
    return None if judge is None else judge(app, practice)


# -- logging


def _errors_logged(app: Application, practice: Practice) -> Ruling | None:
    records = app.error_records.all
    if not app.api_calls.all:
        return None
    if not records:
        calls = (call.ref for call in app.api_calls.all)
        return _unknown(app, "nothing handles the errors of API calls, and where they end is not seen", calls)
    if not any(record.logs for record in records):
        return _unknown_sites(app, "errors are passed on, and nothing that logs them is seen", records)
    return None


def _retrievable(app: Application, practice: Practice) -> Ruling | None:
    logs = [record.first.ref for record in app.error_records.all if record.first is not None]
    if not logs:
        return None
    places = tuple(sorted(dict.fromkeys(map(app.place_of, logs))))
    where = "1 place" if len(places) == 1 else f"{len(places)} places"
    reason = f"errors are logged at {where}; how the log is kept is not seen"
    return Ruling(Status.NEEDS_ATTESTATION, reason, places[:MOST_PLACES])


def _logged_record(app: Application, practice: Practice) -> Ruling | None:
    records = app.error_records.all
    if app.api_calls.all and not any(record.logs for record in records):
        return _unknown_sites(app, "there is no log record of an API error to look into", records)
    return None


def _correlation(app: Application, practice: Practice) -> Ruling | None:
    records = app.error_records.all
    if app.api_calls.all and not any(record.logs and record.mode == STATUS for record in records):
        reason = "there is no log record of an error that CloudLink answered with"
        return _unknown_sites(app, reason, records)
    return None


def _call_id(app: Application, practice: Practice) -> Ruling | None:
    if not any(_is_call_related(call) for call in app.api_calls.all):
        return _does_not_apply("there is no media or call request")
    records = [
        record
        for record in app.error_records.all
        if any(_is_call_related(failure.call) for failure in record.failures)
    ]
    if not any(record.logs for record in records):
        return _unknown_sites(app, "there is no log record of a media or call error to look into", records)
    if not any(app.error_records.asks_for_call_id(record) for record in records):
        return _does_not_apply("no call id is at hand where media and call errors are logged")
    return None


def _is_call_related(call: ApiCall) -> bool:
    for url in call.urls:
        pair = text_template(url_path(url))
        if service(url) == "media" or (pair is not None and CALL_PATH.search(pair[0])):
            return True
    return False


def _utc_iso(app: Application, practice: Practice) -> Ruling | None:
    if app.api_calls.all and not app.log_setups.all:
        reason = "no logging set-up is in the source: how log lines are stamped is not seen"
        return Ruling(Status.NEEDS_ATTESTATION, reason)
    return None


# -- error handling


def _retries(app: Application, practice: Practice) -> Ruling | None:
    return None if app.retries else _does_not_apply("no API call is retried")


def _delays(app: Application, practice: Practice) -> Ruling | None:
    if any(policy.delays for policy in app.retries):
        return None
    return _does_not_apply("no API call is retried")


def _rate_limit(app: Application, practice: Practice) -> Ruling | None:
    if any(policy.limited or policy.ignored for policy in app.retries):
        return None
    statuses = " nor ".join(map(str, app.policy.rate_limit_statuses))
    return _does_not_apply(
        f"neither {statuses} is retried" if " " in statuses else f"{statuses} is not retried"
    )


# -- authentication


def _code_flow(app: Application, practice: Practice) -> Ruling | None:
    sign_ins, uses = app.sign_ins.all, app.portal.uses
    if not sign_ins and not uses:
        return _does_not_apply("no sign-in to CloudLink is in the source")
    by_password = [s for s in sign_ins if PASSWORD in s.grant_names]
    if by_password:
        reviewed = app.config.level in practice.levels
        until = "until a client id is issued" if reviewed else "for self-assessed applications"
        reason = f"the vendor's exception {until} is used: the password grant"
        return Ruling(Status.NOT_APPLICABLE, reason, _places(app, (s.ref for s in by_password)))
    grants = {name for s in sign_ins for name in s.grant_names}
    if not uses and grants and grants <= {CLIENT_CREDENTIALS, REFRESH} and not _unclear(sign_ins):
        return _does_not_apply("the application signs in as itself; no user does")
    return None


def _client_credentials(app: Application, practice: Practice) -> Ruling | None:
    sign_ins = app.sign_ins.all
    if any(CLIENT_CREDENTIALS in s.grant_names for s in sign_ins):
        return None
    if unclear := _unclear(sign_ins):
        return _unknown(app, "the grant type of a token request is not known", (s.ref for s in unclear))
    return _does_not_apply("no token is asked for with client credentials")


def _opaque_tokens(app: Application, practice: Practice) -> Ruling | None:
    if app.token_origins.bearer_calls:
        return None
    if app.sign_ins.all:
        refs = (s.ref for s in app.sign_ins.all)
        return _unknown(app, "tokens are asked for, and where they go is not seen", refs)
    return None if app.tokens.others else _does_not_apply("no CloudLink token is in the source")


def _portal(app: Application, practice: Practice) -> Ruling | None:
    if app.sign_ins.all or app.portal.uses:
        return None
    return _does_not_apply("no sign-in to CloudLink is in the source")


def _unclear(sign_ins: Iterable[SignIn]) -> list[SignIn]:
    """The token requests whose grant cannot be told."""
    tokens = [s for s in sign_ins if s.what == "token"]
    return [s for s in tokens if not s.grants or any(grant.text is None for grant in s.grants)]


# -- notifications


def _websocket(app: Application, practice: Practice) -> Ruling | None:
    subscriptions = app.subscriptions.all
    if not (subscriptions or app.sockets.opened or app.polling.all):
        return _does_not_apply("no notifications are received")
    names = {transport.text for s in subscriptions for transport in s.transports}
    if app.kind == "client" or WEBSOCKET in names or app.sockets.opened:
        return None
    if WEBHOOK in names:
        reason = "notifications come by webhook; realtime.webhook-last-resort judges whether they may"
        return _does_not_apply(reason)
    reason = "the transport of the subscriptions is not known"
    return _unknown(app, reason, (s.ref for s in subscriptions)) if subscriptions else None


def _webhook(app: Application, practice: Practice) -> Ruling | None:
    if app.kind == "client":
        return _does_not_apply("a client may not use webhooks at all; realtime.websocket judges that")
    subscriptions = app.subscriptions.all
    if not subscriptions:
        return _does_not_apply("no notifications are subscribed to")
    names = {transport.text for s in subscriptions for transport in s.transports}
    if names == {WEBSOCKET}:
        places = _places(app, (s.ref for s in subscriptions))
        return Ruling(Status.MET, "every subscription asks for a WebSocket", places)
    if WEBHOOK in names and app.config.webhook_justification:
        reason = f"the configuration gives the reason: {app.config.webhook_justification}"
        return Ruling(Status.ATTESTED, reason)
    return None


# -- deployment


def _client_id(app: Application, practice: Practice) -> Ruling | None:
    if app.config.client_id_issued:
        return None
    reason = "the configuration says that no client id is issued yet (client-id-issued = false)"
    return Ruling(Status.NOT_MET, reason)


def _redirects(app: Application, practice: Practice) -> Ruling | None:
    if app.portal.uses:
        return None
    return _does_not_apply("the authentication portal is not used: the list is left out of the request")


_JUDGES: Mapping[str, Judge] = {
    "logging.errors-logged": _errors_logged,
    "logging.retrievable": _retrievable,
    "logging.correlation": _correlation,
    "logging.error-detail": _logged_record,
    "logging.parties": _logged_record,
    "logging.call-id": _call_id,
    "logging.utc-iso": _utc_iso,
    "errors.hopeless-retry": _retries,
    "errors.retry-delay": _delays,
    "errors.retry-limit": _retries,
    "errors.rate-limit": _rate_limit,
    "authentication.code-flow": _code_flow,
    "authentication.client-credentials": _client_credentials,
    "authentication.no-token-decoding": _opaque_tokens,
    "authentication.portal": _portal,
    "realtime.websocket": _websocket,
    "realtime.webhook-last-resort": _webhook,
    "deployment.client-id": _client_id,
    "deployment.redirect-addresses": _redirects,
}


def _does_not_apply(reason: str) -> Ruling:
    return Ruling(Status.NOT_APPLICABLE, reason)


def _unknown(app: Application, reason: str, refs: Iterable[Ref]) -> Ruling:
    return Ruling(Status.UNKNOWN, reason, _places(app, refs))


def _unknown_sites(app: Application, reason: str, records: Iterable[ErrorRecord]) -> Ruling:
    sites = dict.fromkeys(app.error_sites.place(record.site) for record in records)
    places = sorted(sites) or _places(app, (call.ref for call in app.api_calls.all))
    return Ruling(Status.UNKNOWN, reason, tuple(places[:MOST_PLACES]))


def _places(app: Application, refs: Iterable[Ref]) -> tuple[Place, ...]:
    """The first few of the places, each once, in order."""
    return tuple(sorted(dict.fromkeys(app.place_of(ref) for ref in refs))[:MOST_PLACES])
