import threading
import tkinter as tk

import uvicorn

from receiver import app
from subscribe import subscribe


def main(token: str, user_id: str, address: str) -> None:
    threading.Thread(target=uvicorn.run, args=(app,), daemon=True).start()
    subscribe(token, user_id, address)
    tk.Tk().mainloop()
