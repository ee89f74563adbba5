"""The window."""

import queue
import socket
import sys
import tkinter as tk
from tkinter import messagebox

from api import connect, operator_id, sign_in
from history import History, open_log
from lines import Lines
from news import Receiver, serve, subscribe
from phonebook import Person, PhoneBook


class Board(tk.Tk):
    def __init__(self, book: PhoneBook, lines: Lines) -> None:
        super().__init__()
        self.title("Switchboard")
        self.book, self.lines = book, lines
        self.people: list[Person] = []
        self.call_id = ""
        self.caller = tk.Label(self, text="no call")
        self.wanted = tk.Entry(self)
        self.found = tk.Listbox(self)
        for widget in (self.caller, self.wanted, self.found):
            widget.pack(fill="x")
        self.wanted.bind("<Return>", self.look_up)
        self.found.bind("<Double-Button-1>", self.put_through)
        tk.Button(self, text="Park", command=lambda: self.lines.park(self.call_id)).pack(side="left")
        tk.Button(self, text="End", command=self.hang_up).pack(side="left")
        self.after(200, self.take_news)

    def look_up(self, _event: object) -> None:
        self.people = self.book.search(self.wanted.get())
        self.found.delete(0, tk.END)
        self.found.insert(tk.END, *(f"{person.name} ({person.extension})" for person in self.people))

    def put_through(self, _event: object) -> None:
        person = self.people[self.found.curselection()[0]]
        if not self.lines.put_through(self.call_id, person):
            messagebox.showwarning("Switchboard", f"{person.name} cannot be reached.")

    def hang_up(self) -> None:
        if not self.lines.end(self.call_id):
            messagebox.showwarning("Switchboard", "The call could not be ended.")

    def take_news(self) -> None:
        try:
            event = Receiver.events.get_nowait()
        except queue.Empty:
            pass
        else:
            self.call_id = event["content"]["callId"]
            self.caller.config(text=event["content"].get("remoteParty", "unknown"))
        self.after(200, self.take_news)


def main(account_id: str, email: str, password: str) -> None:
    open_log()
    token = sign_in(account_id, email, password)
    client = connect(token)
    endpoint_id = operator_id(token)
    serve()
    subscribe(client, endpoint_id, socket.gethostname())
    Board(PhoneBook(client, account_id), Lines(client, endpoint_id, History())).mainloop()


if __name__ == "__main__":
    main(*sys.argv[1:4])
