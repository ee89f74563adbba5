"""The catalogue: its pages, its tables, and how strictly they are read."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from cl_lint.catalog import (
    LEVELS,
    LINTER,
    CatalogError,
    find_rule,
    load_catalog,
    read_catalog,
    render_index,
    rules_folder,
)
from cl_lint.findings import Severity

RULES = load_catalog().rules
SECTIONS = ("Why it matters", "What it flags", "How to fix", "Not compliant", "Compliant")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the rules folder that a test may damage."""
    return Path(shutil.copytree(rules_folder(), tmp_path / "rules"))


def damage(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_page_is_named_after_its_rule() -> None:
    stems = {path.stem for path in rules_folder().glob("CL*.md")}
    assert {rule.stem for rule in RULES.values()} == stems
    assert all(code == rule.code for code, rule in RULES.items())


def test_names_are_unique() -> None:
    assert len({rule.name for rule in RULES.values()}) == len(RULES)


@pytest.mark.parametrize("code", RULES)
def test_a_page_has_all_sections_in_order(code: str) -> None:
    headings = [line[3:] for line in RULES[code].text.splitlines() if line.startswith("## ")]
    assert headings == list(SECTIONS)


@pytest.mark.parametrize("code", RULES)
def test_a_page_has_examples_both_ways(code: str) -> None:
    ways = [example.good for example in RULES[code].examples]
    assert 1 <= ways.count(False) <= 3
    assert 1 <= ways.count(True) <= 3


@pytest.mark.parametrize("code", RULES)
def test_every_tagged_fence_of_a_page_is_an_example(code: str) -> None:
    rule = RULES[code]
    fences = [line for line in rule.text.splitlines() if line.startswith("```") and " " in line]
    assert len(fences) == sum(len(example.files) for example in rule.examples)


@pytest.mark.parametrize("code", RULES)
def test_the_text_starts_with_the_title_and_leaves_the_data_out(code: str) -> None:
    rule = RULES[code]
    assert rule.text.startswith(f"# {rule.title}\n")
    assert "severity =" not in rule.text


@pytest.mark.parametrize("code", RULES)
def test_an_example_is_of_a_kind_and_level_that_the_rule_judges(code: str) -> None:
    rule = RULES[code]
    for example in rule.examples:
        if not example.good:
            assert example.kind in rule.kinds
            assert example.level in rule.levels


def test_every_rule_but_the_linters_own_belongs_to_the_practice_that_lists_it() -> None:
    listed = {code for practice in load_catalog().practices for code in practice.rules}
    assert listed == {rule.code for rule in RULES.values() if rule.practice != LINTER}


def test_a_rule_applies_only_at_levels_of_a_practice_that_lists_it() -> None:
    for rule in RULES.values():
        levels = {
            level
            for practice in load_catalog().practices
            if rule.code in practice.rules
            for level in practice.levels
        }
        assert set(rule.levels) <= (levels or set(LEVELS)), rule.code


def test_the_policy_holds_the_figures_of_the_practices() -> None:
    policy = load_catalog().policy
    assert policy.min_retry_delay == 2.0
    assert policy.max_retries == 5
    assert policy.retryable_statuses == (408, 429, 503, 504, 598, 599)
    assert policy.rate_limit_statuses == (429, 503)
    assert policy.hosts == ("mitel.io",)


def test_the_index_is_fresh() -> None:
    shown = (rules_folder() / "README.md").read_text(encoding="utf-8")
    assert shown == render_index(load_catalog()), "run: python -m cl_lint.catalog > rules/README.md"


def test_loading_imports_neither_libcst_nor_rich() -> None:
    code = (
        "import sys; from cl_lint.catalog import load_catalog; load_catalog(); "
        "sys.exit(bool({'libcst', 'rich'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    "text",
    ["CL102", "cl102", "missing-correlation-id", " Missing-Correlation-ID ", "CL102-missing-correlation-id"],
)
def test_a_rule_is_found_by_code_or_name_in_any_case(text: str) -> None:
    assert find_rule(text).code == "CL102"


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("missing-corelation-id", "did you mean 'missing-correlation-id'?"),
        ("CL1O2", "did you mean 'CL102'?"),
    ],
)
def test_an_unknown_rule_comes_with_the_nearest_one(text: str, hint: str) -> None:
    with pytest.raises(LookupError) as error:
        find_rule(text)
    assert hint in str(error.value)


def test_a_rule_like_nothing_known_comes_without_a_hint() -> None:
    with pytest.raises(LookupError, match=r"^no rule 'qqqqqqqq'$"):
        find_rule("qqqqqqqq")


PAGE = "CL301-retry-too-soon.md"


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("remedy =", "remedies =", "missing key 'remedy'"),
        ("[policy]", 'remidy = "x"\n[policy]', "unknown key 'remidy'; did you mean 'remedy'?"),
        ('severity = "error"', 'severity = "eror"', "severity: unknown value 'eror'; did you mean 'error'?"),
        ('severity = "error"', "severity = 3", "severity: expected a text, not 3"),
        ('levels = ["self-assessed"', 'levels = ["selfassessed"', "did you mean 'self-assessed'?"),
        ("levels = [", 'kinds = "client"\nlevels = [', "kinds: expected a list of texts"),
        ('code = "CL301"', 'code = "CL309"', "belongs to a page named CL309-retry-too-soon"),
        ('code = "CL301"', 'code = "X301"', "code: 'X301' does not look like"),
        ('code = "CL301"', "code = CL301", "CL301-retry-too-soon: "),
        ('practice = "errors.retry-delay"', 'practice = "errors.delay"', "does not list the rule"),
        ("```toml", "```yaml", "must start with a fenced toml block"),
        ("# A retry", "A retry", "a title must follow the data block"),
        ("min-retry-delay = 2.0", "max-retries = 2", "CL302-too-many-retries: policy key 'max-retries'"),
    ],
)
def test_a_damaged_page_is_named_with_its_problem(folder: Path, old: str, new: str, problem: str) -> None:
    damage(folder / PAGE, old, new)
    with pytest.raises(CatalogError) as error:
        read_catalog(folder)
    assert problem in str(error.value)
    assert "CL30" in str(error.value)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("min-retry-delay = 2.0", "", "missing key 'min-retry-delay'"),
        ("min-retry-delay", "min-retry-dely", "did you mean 'min-retry-delay'?"),
        ("= 2.0", '= "2"', "min-retry-delay: expected a number of seconds, not '2'"),
    ],
)
def test_a_damaged_policy_is_an_error(folder: Path, old: str, new: str, problem: str) -> None:
    damage(folder / PAGE, old, new)
    with pytest.raises(CatalogError, match="policy: ") as error:
        read_catalog(folder)
    assert problem in str(error.value)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('how = "analysis"', 'how = "magic"', "how: unknown value 'magic'"),
        ('rules = ["CL101", "CL106"]', 'rules = ["CL101", "CL999"]', "rule CL999 has no page"),
        ('rules = ["CL101", "CL106"]', "rules = []", "does not list the rule"),
        ('id = "logging.correlation"', 'id = "logging.retrievable"', "two practices have the same id"),
        ("question = ", "questions = ", "unknown key 'questions'; did you mean 'question'?"),
        ('how = "analysis"\nrules', 'how = "both"\nrules', "has a question"),
        ('answered = ["CL502"]', 'answered = ["CL501"]', "only rules of the practice"),
        ("[policy]", "[politics]", "unknown key 'politics'; did you mean 'policy'?"),
    ],
)
def test_a_damaged_table_of_practices_is_an_error(folder: Path, old: str, new: str, problem: str) -> None:
    damage(folder / "practices.toml", old, new)
    with pytest.raises(CatalogError) as error:
        read_catalog(folder)
    assert problem in str(error.value)


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("bad file=account.py", "bad file=../account.py", "leaves the example"),
        ("bad file=account.py", "bad file=/account.py", "leaves the example"),
        ("bad file=account.py", "bad account.py", "no key=value"),
        ("bad file=account.py", "bad path=account.py", "missing key 'file'"),
        ("kind=server", "kind=serve", "unknown value 'serve'"),
        ("kind=server", "lever=certified", "unknown key 'lever'; did you mean 'level'?"),
        ("bad file=account.py", "bad file=account.py example=bad-2 level=certified", "disagree"),
    ],
)
def test_a_malformed_example_is_an_error_when_it_is_asked_for(
    folder: Path, old: str, new: str, problem: str
) -> None:
    damage(folder / PAGE, old, new)
    rule = read_catalog(folder).rules["CL301"]
    with pytest.raises(CatalogError) as error:
        _ = rule.examples
    assert problem in str(error.value)
    assert str(error.value).startswith("CL301-retry-too-soon")


def test_severities_are_typed() -> None:
    assert RULES["CL104"].severity is Severity.ADVICE
    assert RULES["CL303"].severity is Severity.WARNING
    assert RULES["CL401"].severity is Severity.ERROR
