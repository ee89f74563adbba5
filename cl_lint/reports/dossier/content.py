"""What the dossier says: from an assessment and a survey to sections of plain blocks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from cl_lint.assessment import Assessment, LevelVerdict, Status
from cl_lint.catalog import rules_digest
from cl_lint.reports import inventory_tables as tables
from cl_lint.reports.dossier.merging import merged
from cl_lint.reports.dossier.readme import introduction
from cl_lint.reports.inventory_sections import figure, stack_blocks, table
from cl_lint.reports.secrets import mask_shapes
from cl_lint.reports.self_assessment.building import moment
from cl_lint.reports.self_assessment.sections import (
    Block,
    Cell,
    Facts,
    Mark,
    Paragraph,
    Section,
    Table,
    Where,
)
from cl_lint.reports.self_assessment.words import SYMBOLS, shown_revision
from cl_lint.revision import Revision
from cl_lint.stack import Stack
from cl_lint.survey import Survey
from cl_lint.version import VERSION

TO_SAY = "To be stated"
EN_DASH = "\N{EN DASH}"  # a hyphen would begin a list in Markdown
STATED = ("review.functionality", "review.stack", "review.apis", "review.logging-performance")


@dataclass(frozen=True)
class Dossier:
    """The document: texts are masked and otherwise raw, each format escapes them."""

    title: str
    facts: Facts
    sections: tuple[Section, ...]


def build_dossier(found: Assessment, seen: Survey, root: Path, revision: Revision) -> Dossier:
    """The dossier on the project at `root`, for the level that its configuration asks for."""
    name = mask_shapes(seen.diagram.title) or root.resolve().name
    settings = found.config.file
    facts = (
        ("level asked for", found.config.level),
        ("kind", f"{found.kind} ({found.kind_reason})"),
        ("API calls", str(len(seen.inventory.api_calls))),
        ("files assessed", f"{len(found.files)}, not assessed: {len(found.not_assessed)}"),
        ("commit", shown_revision(revision.commit, revision.clean, revision.note)),
        ("configuration", "defaults" if settings is None else settings.name),
        ("made", f"{moment()} with cl-lint {VERSION}, rules {rules_digest()}"),
    )
    sections = (
        _section("overview", "Overview", _overview(found, seen, root)),
        _section("stack", "Technology stack", _stack(found, seen.stack)),
        _section("apis", "APIs and resources", _apis(found, seen)),
        _section("logging-performance", "Logging and performance", _running(found, seen)),
        _section("assessment", "Self-assessment", _assessment(found)),
        _section("open-points", "Open points", _open_points(found, seen)),
    )
    return Dossier(name, Facts(facts), sections)


def _section(key: str, title: str, blocks: Iterator[Block]) -> Section:
    return Section(key, title, tuple(_masked(block) for block in blocks), {})


def _masked(block: Block) -> Block:
    """A block without secrets, wherever its texts come from; a drawing has none already."""
    if isinstance(block, Paragraph):
        return Paragraph(mask_shapes(block.text))
    if isinstance(block, Facts):
        return Facts(tuple((name, mask_shapes(value)) for name, value in block.rows))
    if isinstance(block, Table):
        rows = tuple(tuple(_masked_cell(cell) for cell in row) for row in block.rows)
        return Table(block.caption, block.columns, rows)
    return block


def _masked_cell(cell: Cell) -> Cell:
    if isinstance(cell, Mark):
        return Mark(cell.state, mask_shapes(cell.note))
    if isinstance(cell, Where):
        return Where(mask_shapes(cell.path), cell.line)
    return mask_shapes(cell)


def _stated(found: Assessment, practice: str) -> Iterator[Block]:
    """What a person has stated about a practice, or that somebody has to."""
    made = found.attestations.of(practice)
    if made is not None:
        yield Paragraph(f"{made.statement} (Stated by {made.by}, {made.stated.isoformat()}.)")
        return
    question = next((p.practice.question for p in found.asked.practices if p.practice.id == practice), "")
    if question:
        yield Paragraph(f"{TO_SAY}: {question}")


def _overview(found: Assessment, seen: Survey, root: Path) -> Iterator[Block]:
    yield from _stated(found, "review.functionality")
    name, paragraphs = introduction(root)
    if paragraphs:
        yield Paragraph(f"From {name}:")
        yield from (Paragraph(text) for text in paragraphs)
    services = ", ".join(seen.inventory.services) or "none that is known"
    yield Paragraph(f"CloudLink services in use: {services}.")
    yield figure(seen.diagram)


def _stack(found: Assessment, stack: Stack) -> Iterator[Block]:
    yield from _stated(found, "review.stack")
    yield from stack_blocks(stack)


def _apis(found: Assessment, seen: Survey) -> Iterator[Block]:
    yield from _stated(found, "review.apis")
    for made in (tables.api_calls, tables.sign_ins, tables.notifications):
        yield _shown(made(seen.inventory))


def _running(found: Assessment, seen: Survey) -> Iterator[Block]:
    yield from _stated(found, "logging.retrievable")
    yield from _stated(found, "review.logging-performance")
    inventory = seen.inventory
    for made in (tables.log_handlers, tables.retries, tables.timing, tables.clients):
        yield _shown(made(inventory))
    yield _shown(tables.parallels(inventory))
    yield _shown(tables.polls(inventory))


def _shown(made: tables.Table) -> Block:
    return merged(table(made)) if made.rows else Paragraph(made.empty)


def _assessment(found: Assessment) -> Iterator[Block]:
    yield Facts(tuple((verdict.level, _verdict(verdict)) for verdict in found.levels))
    rows = tuple(
        (item.practice.area, item.practice.title, _sign(item.status), item.ruling.reason)
        for item in found.asked.practices
    )
    yield Table(f"Practices, for {found.config.level}", ("area", "practice", "status", "why"), rows)
    titles = ("practice", *(verdict.level for verdict in found.levels))
    every = tuple(
        (items[0].practice.title, *(_sign(item.status) for item in items))
        for items in zip(*(verdict.practices for verdict in found.levels), strict=True)
    )
    yield Table("Practices at every level", titles, every)


def _verdict(verdict: LevelVerdict) -> str:
    if verdict.ready:
        return "ready"
    in_the_way = []
    if verdict.blockers:
        number = len(verdict.blockers)
        in_the_way.append(f"{number} practice{'s' if number > 1 else ''} in the way")
    return f"not ready: {'; '.join([*verdict.obstacles, *in_the_way])}"


def _sign(status: Status) -> str:
    sign = SYMBOLS[status.value]
    return f"{sign if sign != '-' else EN_DASH} {status.value}"


def _open_points(found: Assessment, seen: Survey) -> Iterator[Block]:
    """What there is to talk about: what is not met, not known or not stated, and what the inventory shows."""
    rows: list[tuple[Cell, ...]] = []
    for status in (Status.NOT_MET, Status.UNKNOWN, Status.NEEDS_ATTESTATION, Status.WAIVED):
        for item in found.asked.practices:
            if item.status is status:
                rows.append((f"{item.practice.title} ({status.value})", item.ruling.reason, ""))
    rows += [("File not assessed", why, path) for path, why in found.not_assessed.items()]
    rows += [("Statement expired", made.practice, "") for made in found.attestations.expired]
    for call in seen.inventory.api_calls:
        where = Where(call.place.path, call.place.line)
        asked = f"{call.method} {call.path}".strip()
        if not call.service:
            rows.append(("Service not known", asked, where))
        if any(value is None for _, value in call.time_limit.seconds):
            rows.append(("No time limit", f"{asked} may wait for ever", where))
    if rows:
        yield merged(Table("To talk through", ("point", "detail", "where"), tuple(rows)))
    else:
        yield Paragraph("Nothing is open.")
