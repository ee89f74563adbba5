"""x"""
class LogRecords:
    def __init__(self, app): self.app=app
