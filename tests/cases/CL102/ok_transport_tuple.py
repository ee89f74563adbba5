# case: kind=client level=self-assessed
# expects:
import logging
from tkinter import messagebox

import requests

log = logging.getLogger("contacts")
DIRECTOR = "https://director.api.mitel.io/2017-09-01"


def load_contacts(session: requests.Session, account_id: str) -> list[dict]:
    try:
        answer = session.get(f"{DIRECTOR}/accounts/{account_id}/contacts", timeout=(3, 20))
        answer.raise_for_status()
        return answer.json()["_embedded"]["items"]
    except (requests.ConnectionError, requests.Timeout) as exc:
        log.exception("contacts of account %s", account_id)
        messagebox.showerror("Contacts", f"The contacts could not be loaded: {exc}")
        return []
