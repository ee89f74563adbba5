import environ

env = environ.Env()
SECRET_KEY = env("SECRET_KEY")
INSTALLED_APPS = ["django.contrib.contenttypes", "rooms"]
USE_TZ = True
TIME_ZONE = "Europe/Vienna"

CLOUDLINK = {
    "ADMIN": env("CLOUDLINK_ADMIN", default="https://admin.api.mitel.io/2017-09-01"),
    "NOTIFICATIONS": "https://notifications.api.mitel.io/2017-09-01",
    "CLIENT_ID": env("CLIENT_ID", default=""),
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {name} {message}", "style": "{"}},  # !CL203
    "handlers": {"file": {"class": "logging.FileHandler", "filename": "app.log", "formatter": "line"}},
    "root": {"handlers": ["file"], "level": "INFO"},
}
