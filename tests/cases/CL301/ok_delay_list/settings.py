BASE = "https://admin.api.mitel.io/2017-09-01"
PAUSES = (0, 2, 5, 10)  # before each of the four tries
