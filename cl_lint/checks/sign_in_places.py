"""Where findings about sign-ins point: at what says the grant, or at the call that leaves something out."""

from __future__ import annotations

from ..concepts.application import Application
from ..concepts.definitions import Said, said
from ..concepts.sign_ins import SignIn
from ..findings import Place, Step
from ..program import Abstract, Known, Ref


def grant_place(app: Application, sign_in: SignIn, grant: str) -> Place:
    """The place at which a grant type is chosen."""
    found = _said(app, sign_in, grant)
    return app.place_of(found.place if found is not None else sign_in.ref)


def grant_trace(app: Application, sign_in: SignIn, grant: str) -> list[Step]:
    """The request, the constant that holds the grant, and the callers."""
    found = _said(app, sign_in, grant)
    steps = [Step(app.place_of(sign_in.ref), "this requests the token")]
    if found is not None:
        steps.append(Step(app.place_of(found.literal), f"the value is {grant}"))
    return steps + [Step(app.place_of(call), "called here") for call in sign_in.chain]


def _said(app: Application, sign_in: SignIn, grant: str) -> Said | None:
    def wanted(value: Abstract) -> bool:
        return isinstance(value, Known) and str(value.value).strip().lower() == grant

    for field in sign_in.grants:
        if field.text == grant and field.ref is not None and field.ref != sign_in.ref:
            found = said(app.program, field.ref, wanted)
            return found or Said(field.ref, field.ref)
    return None


def lacking_place(app: Application, sign_in: SignIn, siblings: list[SignIn]) -> Ref:
    """Where a field is left out: the request, or the caller that passes the incomplete body to a request
    which other callers complete, or whose grant it chooses."""
    if not sign_in.chain:
        return sign_in.ref
    functions = [call.frame.function for call in sign_in.chain]
    for field in sign_in.grants:
        found = _said(app, sign_in, field.text) if field.text else None
        if found is not None and found.place.frame.function in functions:
            return sign_in.chain[functions.index(found.place.frame.function)]
    differs = any(s.client_id != sign_in.client_id for s in siblings)
    return sign_in.chain[0] if differs else sign_in.ref
