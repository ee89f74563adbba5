SECRET_KEY = "only-for-tests"
INSTALLED_APPS = ["visitors"]
TIME_ZONE = "Europe/Berlin"
USE_TZ = True
CLOUDLINK = {
    "presence": "https://presence.eu.api.mitel.io/2017-09-01",
    "chat": "https://chat.eu.api.mitel.io/2017-09-01",
}
