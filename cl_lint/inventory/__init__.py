"""The inventory of an application: every API call, sign-in, subscription, log handler, retry."""

from __future__ import annotations

from .build import build_inventory
from .model import PRACTICES, Cell, Inventory, State, to_dict

__all__ = ["PRACTICES", "Cell", "Inventory", "State", "build_inventory", "to_dict"]
