import tkinter.ttk as ttk

from flows import CodeFlow, SilentFlow


class SignIn(ttk.Frame):
    def with_code(self, code: str) -> str:
        return CodeFlow(code).token()

    def silent(self) -> str:
        return SilentFlow().token()
