import httpx

from base import Resource


class Contacts(Resource):
    host = "director.eu.api.mitel.io"


def contact(http: httpx.Client, contact_id: str) -> dict:
    return Contacts(http).one(f"contacts/{contact_id}")
