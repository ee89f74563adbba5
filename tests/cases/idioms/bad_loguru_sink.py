# case: kind=server level=self-assessed
# expects: CL203
import sys

import requests
from loguru import logger

logger.remove()
logger.add(sys.stderr, format="{time:YYYY-MM-DD HH:mm:ss} {level} {message}", level="INFO")  # !CL203


def me(token):
    reply = requests.get("https://admin.api.mitel.io/2017-09-01/users/me", headers={"Authorization": token})
    reply.raise_for_status()
    logger.info("read {}", reply.json()["userId"])
