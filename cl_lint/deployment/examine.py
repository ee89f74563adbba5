"""The examination of all registration files together."""

from __future__ import annotations

from collections.abc import Sequence

from cl_lint.deployment.body import examine_body
from cl_lint.deployment.collection import examine_collection
from cl_lint.deployment.documents import BODY, COLLECTION, Document
from cl_lint.deployment.environment import examine_environment
from cl_lint.deployment.portal import PortalUse
from cl_lint.deployment.remarks import Remark
from cl_lint.deployment.secrets import secrets_in
from cl_lint.deployment.values import Remarks, Setting

REMOVE = (
    "Remove it from the file and from the history of the repository, and replace it: who read it may use it."
)


def examine(documents: Sequence[Document], portal: PortalUse, hosts: Sequence[str]) -> list[Remark]:
    """What is wrong, right and undecided about the files, taken together: references in one are looked up
    in the others. `hosts` are those of the API."""
    setting = Setting(documents, portal, hosts)
    return [remark for document in documents for remark in _examined(document, setting).all]


def _examined(document: Document, setting: Setting) -> Remarks:
    if document.kind == COLLECTION:
        remarks = examine_collection(document, setting)
    elif document.kind == BODY:
        remarks = Remarks(document)
        examine_body(document.root, document, setting, remarks)
    else:
        remarks = examine_environment(document, setting)
    secrets = secrets_in(document)
    for secret in secrets:
        message = (
            f"a value of {secret.name} is stored in the file"
            if secret.name
            else "a token is stored in the file"
        )
        remarks.breach(document.place(secret.start, secret.end), message, REMOVE)
    if not secrets:
        remarks.kept(
            document.head_of(document.root), f"no password or token is stored in the {document.kind}"
        )
    return remarks
