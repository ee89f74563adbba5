import tkinter as tk

from rest import client


class Window(tk.Tk):
    def conversations(self, token: str) -> list[dict]:
        with client(token) as http:
            answer = http.get("/conversations")  # !CL601
            answer.raise_for_status()
        return answer.json()["_embedded"]["items"]
