from .ui import Window

Window().mainloop()
