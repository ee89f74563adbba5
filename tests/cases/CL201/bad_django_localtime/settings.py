SECRET_KEY = "only-for-tests"
INSTALLED_APPS = ["callers"]
TIME_ZONE = "Europe/Vienna"
USE_TZ = True
