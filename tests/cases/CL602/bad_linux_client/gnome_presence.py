import sys

import requests
from gi.repository import Gtk

APP = "app=GnomePresence/2.1;platform=linux/6.8;session-id=gnome"


class Window(Gtk.Window):
    def __init__(self, token: str, principal_id: str) -> None:
        super().__init__(title="Presence")
        answer = requests.get(
            f"https://presence.api.mitel.io/2017-09-01/presentities/{principal_id}",
            headers={"Authorization": f"Bearer {token}", "x-mitel-app": APP},
            timeout=10,
        )
        answer.raise_for_status()
        self.set_title(answer.json()["state"])


if __name__ == "__main__":
    Window(sys.argv[1], sys.argv[2]).show_all()
    Gtk.main()
