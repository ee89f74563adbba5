# case: kind=server level=self-assessed
# expects:
import http.client
import json

import urllib3

rooms = urllib3.HTTPSConnectionPool("rooms.example.com")
director = urllib3.HTTPSConnectionPool("director.api.mitel.io")


def free_rooms() -> list:
    return rooms.request("GET", "/v1/rooms", retries=False).json()


def contacts(token: str) -> dict:
    reply = director.request(
        "GET", "/2017-09-01/contacts", headers={"Authorization": "Bearer " + token}, retries=False
    )
    if reply.status != 200:
        raise RuntimeError(f"{reply.status} {reply.data!r}")
    return reply.json()


def clock() -> dict:
    connection = http.client.HTTPSConnection("time.example.com")
    connection.request("GET", "/now")
    return json.load(connection.getresponse())
