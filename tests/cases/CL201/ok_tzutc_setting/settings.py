from dateutil import tz

API = "https://admin.api.mitel.io/2017-09-01"
ZONE = tz.tzutc()
