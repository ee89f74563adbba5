import os

CLOUD = os.environ.get("CLOUDLINK_CLOUD", "us")
ACCOUNT_ID = os.environ["CLOUDLINK_ACCOUNT"]
USERNAME = os.environ["CLOUDLINK_USER"]
PASSWORD = os.environ["CLOUDLINK_PASSWORD"]
LOG_FILE = "roster.log"


def base_url(service):
    return "https://" + service + "." + CLOUD + ".api.mitel.io/2017-09-01"
