"""The kind of an application, inferred from what it imports."""

from __future__ import annotations

import pytest
from judging import made

from cl_lint.concepts.kind import application_kind

KINDS = [
    ("import tkinter as tk", "client"),
    ("from PySide6.QtWidgets import QApplication", "client"),
    ("import PyQt5.QtWidgets", "client"),
    ("from gi.repository import Gtk", "client"),
    ("from gi.repository import GLib", "unknown"),
    ("from textual.app import App", "client"),
    ("import curses", "client"),
    ("import curses, flask", "server"),
    ("import flask, wx", "client"),
    ("from flask import Flask", "server"),
    ("from django.urls import path", "server"),
    ("from aiohttp import web", "server"),
    ("import aiohttp", "unknown"),
    ("import twisted.web.client", "unknown"),
    ("from celery import Celery", "server"),
    ("from http.server import HTTPServer", "server"),
    ("from http.server import HTTPServer\nimport webbrowser", "unknown"),
    ("import http.client", "unknown"),
    ("import click, argparse, typer", "unknown"),
    ("def lambda_handler(event, context):\n    return {}", "server"),
    ("if __name__ == '__main__':\n    pass", "unknown"),
    ("from .web import thing\n## web.py\nthing = 1", "unknown"),
    ("import web\n## web.py\nthing = 1", "unknown"),
    ("x = 1\n## tests/test_window.py\nimport tkinter", "unknown"),
]


@pytest.mark.parametrize(("code", "kind"), KINDS)
def test_kind(code: str, kind: str) -> None:
    assert application_kind(made(code))[0] == kind


def test_reason_names_the_import() -> None:
    assert application_kind(made("from kivy.app import App"))[1] == "app.py imports kivy.app.App"


def test_declared_kind_wins() -> None:
    assert made("import tkinter", kind="server").kind_and_reason == (
        "server",
        "declared in the configuration",
    )
