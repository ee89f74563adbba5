SECRET_KEY = "only-for-tests"
INSTALLED_APPS = ["frontdesk"]
TIME_ZONE = "America/Toronto"
USE_TZ = True
CLOUDLINK_CHAT = "https://chat.api.mitel.io/2017-09-01"
