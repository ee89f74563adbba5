"""x"""
class ErrorSites:
    def __init__(self, app): self.app=app
    def of_handler(self, ref): return None
