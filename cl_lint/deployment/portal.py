"""Whether the application uses the authentication portal, and how that is known."""

from __future__ import annotations

from dataclasses import dataclass

from cl_lint.findings import Confidence, Step


@dataclass(frozen=True)
class PortalUse:
    """`used` is None where nothing tells; `reason` completes "because …"."""

    used: bool | None
    reason: str = ""
    trace: tuple[Step, ...] = ()
    confidence: Confidence = Confidence.HIGH


UNKNOWN_USE = PortalUse(None, "no source shows whether the application uses the authentication portal")
