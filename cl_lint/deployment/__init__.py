"""The files that register an application for deployment: Postman environment, collection, request body."""

from cl_lint.deployment.documents import Document, read_document
from cl_lint.deployment.examine import examine
from cl_lint.deployment.portal import PortalUse
from cl_lint.deployment.remarks import Remark, Verdict
from cl_lint.deployment.secrets import masked

__all__ = ["Document", "PortalUse", "Remark", "Verdict", "examine", "masked", "read_document"]
