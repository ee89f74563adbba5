from enum import StrEnum


class Region(StrEnum):
    EU = "eu"
    US = "us"


ADMIN = f"https://admin.{Region.EU}.api.mitel.io/2017-09-01"
