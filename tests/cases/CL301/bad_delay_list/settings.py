BASE = "https://admin.api.mitel.io/2017-09-01"
PAUSES = (0, 2, 5, 10)  # the leading 0 is for the first retry, not for the first try
