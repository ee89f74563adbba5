import os

MEDIA = os.environ.get("CLOUDLINK_MEDIA", "https://media.api.mitel.io/2017-09-01")
STAMP = "%Y%m%d %H:%M:%S"
