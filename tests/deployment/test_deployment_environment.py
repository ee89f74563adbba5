"""The variables of the environment."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from postman_exports import ACCOUNT, breaches, documents, environment, marked_text, remarks

from cl_lint.deployment import Verdict


def test_a_complete_environment_is_right(tmp_path: Path) -> None:
    found = remarks(tmp_path, environment())
    assert {remark.verdict for remark in found} == {Verdict.KEPT}
    messages = [remark.message for remark in found]
    assert "accountIdGUID is filled in" in messages
    assert "password is empty, as a secret in an export should be" in messages
    assert "no password or token is stored in the environment" in messages


@pytest.mark.parametrize(
    ("key", "value", "problem"),
    [
        ("username", "", "is not filled in"),
        ("username", "   ", "is not filled in"),
        ("username", "PARTNER_ADMIN Username", "still holds a placeholder"),
        ("username", "dana", "is no e-mail address"),
        ("username", "dana@partner", "is no e-mail address"),
        ("username", " dana@partner.example", "has blanks around it"),
        ("PartnerPrimeAccountId", "", "is not filled in"),
        ("PartnerPrimeAccountId", ACCOUNT, "is no number of digits only"),
        ("PartnerPrimeAccountId", "402-177", "is no number of digits only"),
        ("accountIdGUID", "The GUID format of the account", "is no GUID"),
        ("accountIdGUID", "402177310", "is no GUID"),
        ("accountIdGUID", ACCOUNT[:-1], "is no GUID"),
        ("accountIdGUID", f"{{{ACCOUNT}}}", "still holds a placeholder"),
        ("accountIdGUID", f'"{ACCOUNT}"', "has quotes around it"),
        ("accountIdGUID", "00000000-0000-0000-0000-000000000000", "still holds a placeholder"),
        ("accountIdGUID", "<account guid>", "still holds a placeholder"),
        ("applicationId", "The client id", "still holds a placeholder"),
        ("applicationId", "id issued by Mitel", "is no client id"),
        ("applicationId", "your-client-id", "still holds a placeholder"),
        ("applicationId", "", "is not filled in"),
        ("appName", "Name of the application", "still holds a placeholder"),
        ("appName", "TODO", "still holds a placeholder"),
        ("appName", "xxx", "still holds a placeholder"),
        ("appDescription", "Description of the application", "still holds a placeholder"),
        ("appDescription", "string", "still holds a placeholder"),
        ("appDescription", "\n", "is not filled in"),
        ("auth_url", "http://authentication.api.mitel.io/2017-09-01", "does not start with https://"),
        ("auth_url", "https://authentication.example/2017-09-01", "does not lead to a CloudLink host"),
        ("auth_url", "https://mitel.io.example/2017-09-01", "does not lead to a CloudLink host"),
        ("auth_url", "https://authentication.api.mitel.io/2017-09-01/", "ends with a slash"),
        ("auth_url", "https://[authentication", "is no URL"),
        ("admin_url", "ftp://admin.api.mitel.io", "does not start with https://"),
        ("x_mitel_app", "", "is not filled in"),
        ("x_mitel_app", "FrontDesk", "is no value of the form app="),
        ("password", "PARTNER_ADMIN Password", "still holds a placeholder"),
    ],
)
def test_a_value_that_is_wrong(tmp_path: Path, key: str, value: str, problem: str) -> None:
    [message] = breaches(tmp_path, environment(**{key: value}))
    assert message.startswith(key.replace("x_mitel_app", "x-mitel-app"))
    assert problem in message


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("accountIdGUID", ACCOUNT.upper()),
        ("PartnerPrimeAccountId", 402177310),
        ("auth_url", "https://authentication.us.dev.api.mitel.io/2017-09-01"),
        ("username", "d.o'neil+admin@sub.partner-name.co.uk"),
        ("appName", "Desk"),
        ("appName", "The Name Game"),
        ("appDescription", "Todoist for hotels"),
        ("appDescription", "Strings attached"),
        ("x_mitel_app", "app=BR-AppRegistry/2.0.0;platform=windows/10;session-id=static"),
        ("x_mitel_app", "app=Front Desk/2"),
        ("password", "{{vault:partner-admin}}"),
        ("access_token", None),
        ("refresh_token", None),
        ("x_mitel_app", None),
        ("admin_url", None),
        ("admin_url", "https://admin.eu.api.mitel.io/2017-09-01"),
    ],
)
def test_a_value_that_is_right(tmp_path: Path, key: str, value: Any) -> None:
    assert breaches(tmp_path, environment(**{key: value})) == []


@pytest.mark.parametrize("key", ["username", "password", "accountIdGUID", "appName", "auth_url"])
def test_a_variable_that_is_missing(tmp_path: Path, key: str) -> None:
    [message] = breaches(tmp_path, environment(**{key: None}))
    assert message.startswith(f"the environment lacks {key} (")


def test_a_variable_that_is_switched_off(tmp_path: Path) -> None:
    content = environment()
    content["values"][3]["enabled"] = False
    assert breaches(tmp_path, content) == [
        "accountIdGUID (the account for which the application is enabled) is switched off"
    ]


def test_the_last_enabled_of_equal_variables_counts(tmp_path: Path) -> None:
    content = environment()
    content["values"].insert(0, {"key": "appName", "value": "TODO", "enabled": True})
    content["values"].append({"key": "appName", "value": "TODO", "enabled": False})
    assert breaches(tmp_path, content) == []


def test_a_misspelt_variable_is_pointed_at(tmp_path: Path) -> None:
    content = environment(accountIdGUID=None)
    content["values"].append({"key": "accountIdGuid", "value": ACCOUNT, "enabled": True})
    [document] = documents(tmp_path, content)
    found = [r for r in remarks(tmp_path, content) if r.verdict is Verdict.BREACH]
    assert found[0].message.endswith("it has accountIdGuid")
    assert found[0].remedy == "Name the variable accountIdGUID."
    assert marked_text(document, found) == ['"accountIdGuid"']


def test_a_client_id_that_is_no_guid_is_undecided(tmp_path: Path) -> None:
    found = remarks(tmp_path, environment(applicationId="frontdesk-7"))
    assert [r.message for r in found if r.verdict is Verdict.UNKNOWN] == [
        "applicationId is filled in, but is no GUID, as client ids are"
    ]
    assert not [r for r in found if r.verdict is Verdict.BREACH]


def test_variables_that_refer_to_others_are_followed(tmp_path: Path) -> None:
    content = environment(auth_url="{{base}}/2017-09-01", appName="{{missing}}")
    content["values"].append({"key": "base", "value": "http://authentication.api.mitel.io", "enabled": True})
    found = remarks(tmp_path, content)
    assert [r.message for r in found if r.verdict is Verdict.BREACH] == [
        "auth_url (the address of the authentication API) does not start with https://"
    ]
    assert [r.message for r in found if r.verdict is Verdict.UNKNOWN] == [
        "appName is filled in from {{missing}}, which is not in these files"
    ]


def test_variables_that_refer_to_each_other_end(tmp_path: Path) -> None:
    content = environment(appName="{{other}}")
    content["values"].append({"key": "other", "value": "{{appName}} {{appName}}", "enabled": True})
    assert breaches(tmp_path, content) == []


def test_the_place_is_the_value(tmp_path: Path) -> None:
    content = environment(accountIdGUID="größe \t 名前")
    [document] = documents(tmp_path, content)
    found = [r for r in remarks(tmp_path, content) if r.verdict is Verdict.BREACH]
    assert marked_text(document, found) == ['"gr\\u00f6\\u00dfe \\t \\u540d\\u524d"']


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_places_with_any_line_end(tmp_path: Path, end: str) -> None:
    text = end.join(
        [
            '{ "name": "Application Registration", "values": [',
            '\t{"key": "accountIdGUID", "value": "12", "enabled": true}',
            "]}",
        ]
    )
    found = [r for r in remarks(tmp_path, text) if "is no GUID" in r.message]
    [place] = [r.place for r in found]
    assert (place.line, place.column, place.end_line, place.end_column) == (2, 36, 2, 40)


def test_an_answer_of_the_postman_api_is_unwrapped(tmp_path: Path) -> None:
    assert breaches(tmp_path, {"environment": environment(appName="TBD")}) == [
        "appName (the application's name as the customer sees it) still holds a placeholder"
    ]


def test_variables_that_grow_without_bound_end(tmp_path: Path) -> None:
    content = environment(appName="{{v0}}")
    for number in range(7):
        value = f"{{{{v{number + 1}}}}}" * 200
        content["values"].append({"key": f"v{number}", "value": value, "enabled": True})
    content["values"].append({"key": "v7", "value": "x" * 1000, "enabled": True})
    assert breaches(tmp_path, content) == []
