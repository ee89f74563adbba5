import os

CLOUDLINK_ADMIN_URL = "https://admin.api.mitel.io/2017-09-01"
CLOUDLINK_TOKEN = os.environ["CLOUDLINK_TOKEN"]
USE_TZ = True
