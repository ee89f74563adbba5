import logging
import uuid

import requests

from settings import base_url
from support import explain

logger = logging.getLogger("session")


def login(username, password, account_id):
    session = requests.Session()
    session.headers["x-mitel-app"] = "app=Roster/3.2;platform=windows/10;session-id=%s" % uuid.uuid4()
    try:
        response = session.post(
            base_url("authentication") + "/token",
            data={
                "grant_type": "password",
                "username": username,
                "password": password,
                "account_id": account_id,
            },
            timeout=20,
        )
        response.raise_for_status()
    except requests.exceptions.RequestException as e:
        print("Login failed:", explain(e))  # !CL106
        return None
    session.headers["Authorization"] = "Bearer " + response.json()["access_token"]
    return session
