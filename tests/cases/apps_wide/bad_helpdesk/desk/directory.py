import logging
from datetime import datetime

from .http import ApiError

log = logging.getLogger(__name__)


async def load(api, account):
    try:
        users = await api.json("GET", "admin", "accounts", account, "users")
    except ApiError as error:
        log.error("users of account %s: HTTP %s", account, error.status)  # !CL102 !CL103
        return []
    stamp = datetime.now().isoformat()  # !CL201
    log.info("%d users read at %s", len(users), stamp)
    return users


async def photo(api, user):
    try:
        return await api.json("GET", "admin", "users", user, "photo")
    except ApiError as error:  # !CL101
        log.debug("no photo: %s", error)
