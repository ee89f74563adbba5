import os

INSTALLED_APPS = ["directory"]
USE_TZ = True
CLOUDLINK = {
    "auth": "https://authentication.api.mitel.io/2017-09-01",
    "admin": "https://admin.api.mitel.io/2017-09-01",
    "client_id": os.environ.get("CLOUDLINK_CLIENT_ID", ""),
}
