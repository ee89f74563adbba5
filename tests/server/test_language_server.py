"""The language server, driven by a client over standard input and output."""

from __future__ import annotations

import pytest
from editing import Editor, applied
from lsprotocol import types

pytestmark = pytest.mark.asyncio(loop_scope="module")

UNCHECKED = """\
import requests

APP = {"x-mitel-app": "app=Desk/1.0;platform=Linux;session-id=1"}


def users():
    answer = requests.get("https://admin.api.mitel.io/2017-09-01/users", headers=APP, timeout=10)
    return answer.json()
"""
CHECKED = UNCHECKED.replace("    return", "    answer.raise_for_status()\n    return")
SPAN = 'requests.get("https://admin.api.mitel.io/2017-09-01/users", headers=APP, timeout=10)'
LINE = UNCHECKED.splitlines().index(f"    answer = {SPAN}")


async def test_findings_come_and_go_as_one_types(editor: Editor, tmp_path):
    path = tmp_path / "users.py"
    editor.write(path, CHECKED)
    uri = path.as_uri()
    editor.open(uri, CHECKED)
    await editor.until_codes(uri, [])
    editor.type(uri, UNCHECKED)
    await editor.until_codes(uri, ["CL305"])
    shown = editor.shown(uri, "CL305")
    assert shown.severity == types.DiagnosticSeverity.Error
    assert shown.source == "cl-lint"
    assert shown.range == types.Range(types.Position(LINE, 13), types.Position(LINE, 13 + len(SPAN)))
    editor.type(uri, CHECKED)
    await editor.until_codes(uri, [])
    editor.close(uri)


async def test_saving_and_closing_leave_what_is_on_disk(editor: Editor, tmp_path):
    path = tmp_path / "users.py"
    editor.write(path, UNCHECKED)
    uri = path.as_uri()
    await editor.until_codes(uri, ["CL305"])  # not opened yet
    editor.open(uri, UNCHECKED)
    editor.type(uri, CHECKED)
    await editor.until_codes(uri, [])
    editor.close(uri)  # without saving
    await editor.until_codes(uri, ["CL305"])
    editor.open(uri, UNCHECKED)
    editor.type(uri, CHECKED)
    editor.write(path, CHECKED)
    editor.save(uri)
    await editor.until_codes(uri, [])
    editor.close(uri)
    editor.open(uri, CHECKED)
    editor.type(uri, UNCHECKED)
    await editor.until_codes(uri, ["CL305"])
    editor.close(uri)
    await editor.until_codes(uri, [])


async def test_severities_follow_those_of_rules(editor: Editor, tmp_path):
    path = tmp_path / "users.py"
    editor.write(path, UNCHECKED.replace(" headers=APP,", "").replace("answer.json()", "None"))
    await editor.until_codes(path.as_uri(), ["CL305", "CL601"])
    assert editor.shown(path.as_uri(), "CL601").severity == types.DiagnosticSeverity.Information


async def test_an_unsaved_edit_counts_in_other_files(editor: Editor, tmp_path):
    editor.write(tmp_path / "hosts.py", 'BASE = "https://example.org"\n')
    path = tmp_path / "users.py"
    text = UNCHECKED.replace('"https://admin.api.mitel.io/2017-09-01/users"', 'BASE + "/users"')
    editor.write(path, f"from hosts import BASE\n{text}")
    hosts = (tmp_path / "hosts.py").as_uri()
    editor.open(hosts, 'BASE = "https://example.org"\n')
    await editor.until_codes(hosts, [])
    editor.type(hosts, 'BASE = "https://admin.api.mitel.io"\n')
    await editor.until_codes(path.as_uri(), ["CL305"])
    editor.close(hosts)
    await editor.until_codes(path.as_uri(), [])


async def test_the_way_to_a_finding_is_related_information(editor: Editor, tmp_path):
    editor.write(
        tmp_path / "tokens.py",
        "import jwt\n\n\ndef holder(token):\n    return jwt.decode(token, options={'verify_signature': False})\n",
    )
    path = tmp_path / "sign_in.py"
    editor.write(
        path,
        "import requests\n\nfrom tokens import holder\n\n\ndef who(form):\n"
        '    answer = requests.post("https://authentication.api.mitel.io/2017-09-01/token", json=form)\n'
        '    answer.raise_for_status()\n    return holder(answer.json()["access_token"])\n',
    )
    uri = (tmp_path / "tokens.py").as_uri()
    await editor.until_codes(uri, ["CL401"])
    related = editor.shown(uri, "CL401").related_information
    assert related
    assert {each.location.uri for each in related} == {path.as_uri()}
    assert types.Position(8, 11) in [each.location.range.start for each in related]


async def test_columns_are_counted_as_editors_count_them(editor: Editor, tmp_path):
    text = UNCHECKED.replace("    answer = requests", '\tgreeting = "😀é"; answer = requests').replace(
        "    r", "\tr"
    )
    path = tmp_path / "users.py"
    editor.write(path, text, encoding="utf-8")
    await editor.until_codes(path.as_uri(), ["CL305"])
    before = '\tgreeting = "😀é"; answer = '
    start = editor.shown(path.as_uri(), "CL305").range.start
    assert start == types.Position(LINE, len(before) + 1)  # the smiley takes two units of UTF-16


async def test_a_hover_shows_the_page_of_the_rule(editor: Editor, tmp_path):
    path = tmp_path / "users.py"
    editor.write(path, UNCHECKED)
    uri = path.as_uri()
    editor.open(uri, UNCHECKED)
    await editor.until_codes(uri, ["CL305"])
    page = await editor.hover(uri, types.Position(LINE, 20))
    assert page.startswith("**CL305 unchecked-response** (error): ")
    assert "## How to fix" in page
    assert "\n```python\n" in page
    assert await editor.hover(uri, types.Position(0, 0)) == ""
    editor.close(uri)


async def test_a_finding_is_suppressed_by_an_action(editor: Editor, tmp_path, anywhere):
    path = tmp_path / "users.py"
    editor.write(path, UNCHECKED)
    uri = path.as_uri()
    editor.open(uri, UNCHECKED)
    await editor.until_codes(uri, ["CL305"])
    (action,) = [a for a in await editor.actions(uri, anywhere) if "Suppress" in a.title]
    assert action.kind == types.CodeActionKind.QuickFix
    assert list(action.diagnostics or ()) == [editor.shown(uri, "CL305")]
    text = applied(UNCHECKED, action)
    assert f"{SPAN}  # cl-lint: ignore[CL305] -- \n" in text
    editor.type(uri, text)
    await editor.until_codes(uri, ["CL003"])  # a reason is asked for
    editor.type(uri, text.replace("-- ", "-- the caller looks at it"))
    await editor.until_codes(uri, [])
    assert await editor.actions(uri, anywhere) == []
    editor.close(uri)


async def test_actions_are_for_the_range_and_the_kinds_that_are_asked_for(editor: Editor, tmp_path, anywhere):
    path = tmp_path / "users.py"
    editor.write(path, UNCHECKED)
    uri = path.as_uri()
    editor.open(uri, UNCHECKED)
    await editor.until_codes(uri, ["CL305"])
    top = types.Range(types.Position(0, 0), types.Position(1, 0))
    assert await editor.actions(uri, top) == []
    assert await editor.actions(uri, anywhere, [types.CodeActionKind.Refactor]) == []
    assert await editor.actions(uri, anywhere, [types.CodeActionKind.QuickFix]) != []
    editor.close(uri)


async def test_an_unused_suppression_is_removed_by_an_action(editor: Editor, tmp_path, anywhere):
    path = tmp_path / "users.py"
    marked = CHECKED.replace("timeout=10)", "timeout=10)  # cl-lint: ignore[CL305] -- as it was", 1)
    editor.write(path, marked)
    uri = path.as_uri()
    editor.open(uri, marked)
    await editor.until_codes(uri, ["CL002"])
    fixes = await editor.actions(uri, anywhere, [types.CodeActionKind.QuickFix])
    assert [fix.is_preferred for fix in fixes] == [True]
    assert applied(marked, fixes[0]) == CHECKED
    (all_fixes,) = await editor.actions(uri, anywhere, [types.CodeActionKind.SourceFixAll])
    assert all_fixes.kind == "source.fixAll.cl-lint"
    assert applied(marked, all_fixes) == CHECKED
    editor.type(uri, CHECKED)
    await editor.until_codes(uri, [])
    assert await editor.actions(uri, anywhere) == []
    editor.close(uri)


async def test_all_safe_fixes_at_once(editor: Editor, tmp_path, anywhere):
    text = CHECKED.replace("timeout=10)", "timeout=10)  # cl-lint: ignore[CL305] -- as it was", 1)
    twice = text + text.replace("import requests\n", "").replace("users():", "others():").replace(
        "APP =", "APP2 ="
    )
    path = tmp_path / "users.py"
    editor.write(path, twice)
    uri = path.as_uri()
    editor.open(uri, twice)
    await editor.until_codes(uri, ["CL002", "CL002"])
    (action,) = await editor.actions(uri, anywhere, ["source.fixAll"])
    assert "cl-lint: ignore" not in applied(twice, action)
    editor.close(uri)


async def test_an_action_waits_for_the_latest_edit(editor: Editor, tmp_path, anywhere):
    path = tmp_path / "users.py"
    editor.write(path, CHECKED)
    uri = path.as_uri()
    editor.open(uri, CHECKED)
    editor.type(uri, f"# a line more\n{UNCHECKED}")
    (action,) = [a for a in await editor.actions(uri, anywhere) if "Suppress" in a.title]
    assert f"{SPAN}  # cl-lint: ignore[CL305] -- \n" in applied(f"# a line more\n{UNCHECKED}", action)
    editor.close(uri)


async def test_a_broken_file_is_shown_as_not_assessed(editor: Editor, tmp_path):
    path = tmp_path / "users.py"
    editor.write(path, UNCHECKED)
    uri = path.as_uri()
    editor.open(uri, UNCHECKED)
    await editor.until_codes(uri, ["CL305"])
    editor.type(uri, UNCHECKED.replace("def users():", "def users(:"))
    await editor.until_codes(uri, ["CL001"])
    assert editor.shown(uri, "CL001").range.start.line == 5
    editor.type(uri, UNCHECKED)
    await editor.until_codes(uri, ["CL305"])
    editor.close(uri)


async def test_the_last_of_many_edits_wins(editor: Editor, tmp_path):
    path = tmp_path / "users.py"
    editor.write(path, CHECKED)
    uri = path.as_uri()
    editor.open(uri, CHECKED)
    for number in range(20):
        editor.type(uri, "#\n" * number + (CHECKED if number % 2 else UNCHECKED))
    editor.type(uri, "#\n" * 30 + UNCHECKED)
    await editor.until(
        lambda: editor.codes(uri) == ["CL305"] and editor.shown(uri, "CL305").range.start.line == 30 + LINE
    )
    editor.close(uri)


async def test_a_file_of_ten_thousand_lines(editor: Editor, tmp_path, anywhere):
    path = tmp_path / "long.py"
    long = "".join(f"def step_{n}(x):\n    y = x + {n}\n    return y\n\n\n" for n in range(2000))
    editor.write(path, long)
    uri = path.as_uri()
    editor.open(uri, long)
    editor.type(uri, long + UNCHECKED)
    await editor.until_codes(uri, ["CL305"])
    assert editor.shown(uri, "CL305").range.start.line == 10_000 + LINE
    (action,) = [a for a in await editor.actions(uri, anywhere) if "Suppress" in a.title]
    assert "cl-lint: ignore[CL305]" in applied(long + UNCHECKED, action)
    editor.close(uri)


async def test_a_new_file_that_was_never_saved(editor: Editor, tmp_path):
    editor.write(tmp_path / "hosts.py", 'BASE = "https://admin.api.mitel.io"\n')
    uri = (tmp_path / "new.py").as_uri()
    editor.open(uri, UNCHECKED)
    await editor.until_codes(uri, ["CL305"])
    editor.close(uri)
    await editor.until_codes(uri, [])


async def test_a_document_without_a_file(editor: Editor):
    editor.open("untitled:Untitled-1", UNCHECKED)
    await editor.until_codes("untitled:Untitled-1", ["CL305"])
    editor.close("untitled:Untitled-1")
    await editor.until_codes("untitled:Untitled-1", [])


async def test_other_languages_are_left_alone(editor: Editor, tmp_path):
    other = (tmp_path / "notes.txt").as_uri()
    editor.open(other, UNCHECKED, "plaintext")
    uri = (tmp_path / "new.py").as_uri()
    editor.open(uri, UNCHECKED)
    await editor.until_codes(uri, ["CL305"])
    assert other not in editor.client.diagnostics
    editor.close(other)
    editor.close(uri)


async def test_a_file_that_declares_another_encoding(editor: Editor, tmp_path):
    path = tmp_path / "users.py"
    text = f'# -*- coding: latin-1 -*-\nNAME = "Zoë"\n{UNCHECKED}'
    editor.write(path, text, encoding="latin-1")
    uri = path.as_uri()
    editor.open(uri, text)
    editor.type(uri, text.replace("Zoë", "Żoë"))  # what Latin-1 cannot say
    await editor.until_codes(uri, ["CL305"])
    assert editor.shown(uri, "CL305").range.start == types.Position(LINE + 2, 13)
    editor.close(uri)


async def test_a_deleted_file_has_no_findings(editor: Editor, tmp_path):
    path = tmp_path / "users.py"
    editor.write(path, UNCHECKED)
    editor.write(tmp_path / "other.py", UNCHECKED)
    await editor.until_codes(path.as_uri(), ["CL305"])
    path.unlink()
    editor.tell_of(path, types.FileChangeType.Deleted)
    await editor.until_codes(path.as_uri(), [])
    assert editor.codes((tmp_path / "other.py").as_uri()) == ["CL305"]


async def test_a_changed_configuration_is_read_again(editor: Editor, tmp_path):
    path = tmp_path / "users.py"
    editor.write(path, UNCHECKED)
    settings = tmp_path / "cl-lint.toml"
    await editor.until_codes(path.as_uri(), ["CL305"])
    editor.write(settings, 'ignore = ["CL305"]\n')
    await editor.until_codes(path.as_uri(), [])
    editor.write(settings, "")
    await editor.until_codes(path.as_uri(), ["CL305"])


async def test_a_broken_configuration_is_told_once(editor: Editor, tmp_path):
    path = tmp_path / "users.py"
    editor.write(path, UNCHECKED)
    uri = path.as_uri()
    settings = tmp_path / "cl-lint.toml"
    await editor.until_codes(uri, ["CL305"])
    editor.write(settings, 'levle = "certified"\n')
    await editor.until_codes(uri, [])
    editor.open(uri, UNCHECKED)
    version = editor.type(uri, CHECKED)
    await editor.until_codes(uri, [])
    assert version == 2
    editor.write(settings, "")
    editor.type(uri, UNCHECKED)
    await editor.until_codes(uri, ["CL305"])
    (message,) = editor.client.messages
    assert message.type == types.MessageType.Error
    assert str(settings) in message.message
    assert "levle" in message.message
    editor.close(uri)


async def test_the_baseline_of_the_configuration_counts(editor: Editor, tmp_path):
    path = tmp_path / "users.py"
    editor.write(path, UNCHECKED)
    settings = tmp_path / "cl-lint.toml"
    editor.write(settings, 'baseline = "known.json"\n')
    await editor.until_codes(path.as_uri(), ["CL305"])
    await editor.until(lambda: any("known.json" in m.message for m in editor.client.messages))


async def test_several_folders_each_with_its_configuration(editor: Editor, tmp_path_factory):
    other = tmp_path_factory.mktemp("other")
    editor.write(other / "cl-lint.toml", 'select = ["CL601"]\n')
    editor.write(other / "users.py", UNCHECKED.replace(" headers=APP,", ""))
    uri = (other / "users.py").as_uri()
    await editor.add_folder(other)
    await editor.until_codes(uri, ["CL601"])
    await editor.remove_folder(other)
    await editor.until_codes(uri, [])


async def test_a_folder_whose_name_needs_escapes(editor: Editor, tmp_path_factory):
    other = tmp_path_factory.mktemp("other") / "a #1 %41 é"
    other.mkdir()
    editor.write(other / "users #2.py", UNCHECKED)
    uri = (other / "users #2.py").as_uri()
    await editor.add_folder(other)
    await editor.until_codes(uri, ["CL305"])
    editor.open(uri, UNCHECKED)
    editor.type(uri, CHECKED)
    await editor.until_codes(uri, [])
    editor.close(uri)
    await editor.until_codes(uri, ["CL305"])
    await editor.remove_folder(other)
    await editor.until_codes(uri, [])


async def test_a_file_outside_of_all_folders_is_checked_while_it_is_open(editor: Editor, tmp_path_factory):
    path = tmp_path_factory.mktemp("elsewhere") / "users.py"
    editor.write(path, UNCHECKED)
    uri = path.as_uri()
    editor.open(uri, UNCHECKED)
    await editor.until_codes(uri, ["CL305"])
    editor.close(uri)
    await editor.until_codes(uri, [])


async def test_a_library_that_is_only_looked_into_is_not_checked(editor: Editor, tmp_path, tmp_path_factory):
    library = tmp_path_factory.mktemp("env") / "site-packages" / "users.py"
    library.parent.mkdir()
    editor.write(library, UNCHECKED)
    editor.open(library.as_uri(), UNCHECKED)
    uri = (tmp_path / "new.py").as_uri()
    editor.open(uri, UNCHECKED)
    await editor.until_codes(uri, ["CL305"])
    assert editor.codes(library.as_uri()) == []
    editor.close(uri)
    editor.close(library.as_uri())


async def test_nothing_but_findings_of_the_run_is_logged(editor: Editor, tmp_path):
    secret = "s3cr3t-c4nary"
    uri = (tmp_path / "new.py").as_uri()
    editor.open(uri, f'PASSWORD = "{secret}"\n{UNCHECKED}')
    await editor.until_codes(uri, ["CL305"])
    logged = [message.message for message in editor.client.log_messages]
    assert any("files checked" in message for message in logged)
    assert not any(secret in message for message in logged)
    editor.close(uri)
