# case: kind=server
# expects: CL305
"""A host without a slash, and a path that callers give: nobody calls these here."""
import requests

HOST = "https://admin.us.api.mitel.io"


def read(path):
    requests.get(HOST + path)  # !CL305


def write(path, body):
    requests.put(f"{HOST}{path}", json=body)  # !CL305
