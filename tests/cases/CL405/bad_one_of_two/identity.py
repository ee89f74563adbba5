import os

CLIENT = {"client_id": os.environ["CLIENT_ID"]}
AUTH = "https://authentication.eu.api.mitel.io/2017-09-01"
