AUTH = "https://authentication.dev.api.mitel.io/2017-09-01"
ADMIN = "https://admin.dev.api.mitel.io/2017-09-01"
