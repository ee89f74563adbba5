"""Django settings of the bridge between the help desk and CloudLink."""
import os

SECRET_KEY = os.environ["SECRET_KEY"]
USE_TZ = True
ROOT_URLCONF = "deskbridge.urls"
INSTALLED_APPS = ["django.contrib.sessions", "deskbridge"]
MIDDLEWARE = ["django.contrib.sessions.middleware.SessionMiddleware"]
PUBLIC_URL = os.environ.get("PUBLIC_URL", "https://desk.example.com")

CLOUDLINK = {
    "region": os.environ.get("CLOUDLINK_REGION", "eu"),
    "client_id": os.environ["CLOUDLINK_CLIENT_ID"],
    "client_secret": os.environ["CLOUDLINK_CLIENT_SECRET"],
    "portal": "https://auth.mitel.io/authorize",
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "deskbridge.logs.UtcFormatter",
            "fmt": "%(asctime)s %(levelname)s %(name)s %(message)s",
        },
    },
    "handlers": {"file": {"class": "logging.FileHandler", "filename": "desk.log", "formatter": "line"}},
    "root": {"handlers": ["file"], "level": "INFO"},
}
