from enum import Enum


class Grant(Enum):
    CODE = "authorization_code"
    USER = "password"
    SERVICE = "client_credentials"
