import os

SECRET_KEY = os.environ["SECRET_KEY"]
ROOT_URLCONF = "lobby.urls"
USE_TZ = True
INSTALLED_APPS = ["django.contrib.sessions"]
CLOUDLINK_CLIENT_ID = os.environ["CLIENT_ID"]
CLOUDLINK_PORTAL = os.getenv("PORTAL", "https://auth.mitel.io/authorize")  # !CL404
