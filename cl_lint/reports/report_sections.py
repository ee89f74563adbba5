"""What a survey adds to a report: the architecture, the inventory, the stack."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cl_lint.inventory import to_dict
from cl_lint.reports import inventory_tables as tables
from cl_lint.reports.inventory_sections import figure, stack_blocks, table
from cl_lint.reports.secrets import mask_data
from cl_lint.reports.self_assessment.sections import Block, Facts, Paragraph, Section
from cl_lint.survey import Survey


def sections_of(seen: Survey) -> tuple[Section, ...]:
    """The parts of a report on what was surveyed. Texts are masked; the formats escape them."""
    return (
        Section("architecture", "Architecture", (figure(seen.diagram),), _data(seen.diagram)),
        Section("inventory", "API calls and practices", tuple(_inventory(seen)), _data(seen.inventory)),
        Section("stack", "Technology stack", tuple(stack_blocks(seen.stack)), _data(seen.stack)),
    )


def _inventory(seen: Survey) -> Iterator[Block]:
    services = ", ".join(seen.inventory.services) or "none that is known"
    yield Facts((("CloudLink services", services),))
    for made in tables.tables(seen.inventory):
        yield table(made) if made.rows else Paragraph(made.empty)


def _data(thing: Any) -> dict[str, object]:
    data: dict[str, object] = mask_data(to_dict(thing))
    return data
