# case: kind=client level=self-assessed
# expects:
import tkinter as tk

import jwt
import msal
import requests

AUTHORITY = "https://login.microsoftonline.com/organizations"
GRAPH_SCOPES = ["User.Read"]


def mail_address() -> str:
    """Employees are known by their Microsoft account; CloudLink is asked with its own token."""
    entra = msal.PublicClientApplication("0c1b4c5e-40a4-4ac3-9b5c-2e5b4e2c9f10", authority=AUTHORITY)
    result = entra.acquire_token_interactive(GRAPH_SCOPES)
    id_token = result["id_token"]
    return jwt.decode(id_token, options={"verify_signature": False})["preferred_username"]


class Contacts(tk.Listbox):
    def __init__(self, master: tk.Misc, cloudlink_token: str) -> None:
        super().__init__(master)
        self.insert("end", mail_address())
        answer = requests.get(
            "https://director.api.mitel.io/2017-09-01/contacts",
            headers={"Authorization": f"Bearer {cloudlink_token}"},
            timeout=10,
        )
        answer.raise_for_status()
        self.insert("end", *(item["name"] for item in answer.json()["_embedded"]["items"]))
