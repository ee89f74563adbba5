from .resources import Calls, Users
from .transport import Transport


class Client:
    def __init__(self, settings):
        self.transport = Transport(settings)

    @property
    def users(self):
        return Users(self.transport)

    @property
    def calls(self):
        return Calls(self.transport)

    @classmethod
    def connect(cls, settings):
        return cls(settings)
