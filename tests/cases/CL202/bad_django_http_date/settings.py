SECRET_KEY = "only-for-tests"
INSTALLED_APPS = ["lobby"]
USE_TZ = True
