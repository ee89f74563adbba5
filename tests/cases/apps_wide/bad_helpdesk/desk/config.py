import configparser
import os
from types import SimpleNamespace

_file = configparser.ConfigParser()
_file.read(os.environ.get("DESK_CONF", "desk.ini"))

cloudlink = SimpleNamespace(
    host=_file.get("cloudlink", "host", fallback="api.mitel.io"),
    version="2017-09-01",
    client_id=_file.get("cloudlink", "client_id", fallback=""),
)


def url(service, *parts):
    return "/".join([f"https://{service}.{cloudlink.host}", cloudlink.version, *parts])
