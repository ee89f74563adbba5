"""Retries of API calls: what brings them about, how soon, how often, after which failures.

A retry construct is found by playing the program through with one API call failing in a chosen
way (`trying`), and by looking at when and why the same request is sent again.
"""

from __future__ import annotations

from .policy import Delay, RetryPolicy, retry_loop_of
from .summing import find_policies

__all__ = ["Delay", "RetryPolicy", "find_policies", "retry_loop_of"]
