"""Which rules a list of codes, names and prefixes means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from cl_lint.policy import nearest
from cl_lint.rule_page import Rule

_PREFIX = re.compile(r"CL\d{0,3}")
EVERY = "ALL"


def resolve(selectors: Iterable[str], rules: Mapping[str, Rule]) -> frozenset[str]:
    """The codes that `selectors` mean: codes, names, prefixes such as `CL1`, or `ALL`, in any letter case.

    Raises `ValueError` with a line for each one that means no rule.
    """
    codes: set[str] = set()
    problems = []
    for selector in selectors:
        meant = _meant(selector.strip(), rules)
        if not meant:
            known = [word for rule in rules.values() for word in (rule.code, rule.name)]
            problems.append(f"no rule {selector!r}{nearest(selector, known)}")
        codes |= meant
    if problems:
        raise ValueError("\n".join(problems))
    return frozenset(codes)


def _meant(selector: str, rules: Mapping[str, Rule]) -> set[str]:
    upper = selector.upper()
    if upper == EVERY:
        return set(rules)
    if _PREFIX.fullmatch(upper):
        return {code for code in rules if code.startswith(upper)}
    return {rule.code for rule in rules.values() if selector.lower() in (rule.name, rule.stem.lower())}
