"""What somebody can do whose run has failed, in one screen however many findings there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from cl_lint.findings import Finding

_MANY = 10  # from here on a table of the rules tells more than the findings that are still in view
_MOST_RULES = 8
_OWN = "CL0"  # rules on files and comments, not on what the application does


def next_steps(findings: Iterable[Finding], counted: bool, has_baseline: bool) -> list[str]:
    """The lines to close a failed run with: the rules by number if there are many findings and no table was
    shown (`counted`), then the commands that mend, keep or record them. `has_baseline`: the findings are
    those that the baseline does not hold."""
    found = list(findings)
    if not found:
        return []
    rules = _by_weight(found)
    lines = [] if counted or len(found) <= _MANY else _table(rules)
    one = len(found) == 1
    it = "it" if one else "them"
    which = rules[0][0].code if len(rules) == 1 else f"{rules[0][0].code} (or another code)"
    add = " --add" if has_baseline else ""
    rest = "" if has_baseline else ", then cl-lint check --baseline: only new findings fail"
    lines.append(f"to mend {it}: cl-lint rule {which} says why and how")
    if all(each.code.startswith(_OWN) for each in found):
        return lines  # a file that is not read, or a comment that is wrong: nothing to keep
    return [
        *lines,
        f'to keep {it}: cl-lint check --add-ignores --reason "..." writes a comment at each',
        f"to begin with {it}: cl-lint baseline{add}{rest}",
    ]


def _by_weight(findings: Sequence[Finding]) -> list[tuple[Finding, int]]:
    """An example of each rule with its number of findings: the worst first, then the most frequent."""
    counts = Counter(finding.code for finding in findings)
    examples = {finding.code: finding for finding in reversed(findings)}
    return sorted(
        ((examples[code], count) for code, count in counts.items()),
        key=lambda item: (-item[0].severity.rank, -item[1], item[0].code),
    )


def _table(rules: Sequence[tuple[Finding, int]]) -> list[str]:
    width = max(len(str(count)) for _, count in rules)
    lines = [f"{count:>{width}}  {each.code}  {each.name}" for each, count in rules[:_MOST_RULES]]
    if len(rules) > _MOST_RULES:
        more = sum(count for _, count in rules[_MOST_RULES:])
        lines.append(f"{more:>{width}}  of {len(rules) - _MOST_RULES} other rules (--statistics shows all)")
    return lines
