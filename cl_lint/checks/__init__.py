"""The checks, one module per rule, in the order in which they speak."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..concepts.application import Application
    from ..findings import Verdicts

Check = Callable[["Application"], "Verdicts"]

CHECKS: tuple[str, ...] = (
    "cl101_unlogged_api_error",
    "cl102_missing_correlation_id",
    "cl103_missing_error_detail",
    "cl104_missing_party",
    "cl105_missing_call_id",
    "cl106_unretrievable_log",
    "cl201_non_utc_timestamp",
    "cl202_non_iso_timestamp",
    "cl203_log_clock",
    "cl301_retry_too_soon",
    "cl302_too_many_retries",
    "cl303_hopeless_retry",
    "cl304_retry_after_ignored",
    "cl305_unchecked_response",
    "cl401_token_decoded",
    "cl402_user_password_grant",
    "cl403_client_secret_in_client",
    "cl404_auth_portal_unavailable",
    "cl405_missing_client_id",
    "cl501_webhook_in_client",
    "cl502_webhook_last_resort",
    "cl503_polling",
    "cl601_missing_app_header",
    "cl602_unsupported_platform",
    "cl603_deployment_values",
)


def load_checks() -> list[tuple[str, Check]]:
    """Code and check of every rule."""
    found: list[tuple[str, Check]] = []
    for stem in CHECKS:
        try:
            module = importlib.import_module(f"{__name__}.{stem}")
        except ModuleNotFoundError:
            continue
        found.append((module.CODE, module.check))
    return found
