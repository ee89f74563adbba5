import os


class Settings:
    account = os.environ.get("ACCOUNT_ID", "")
    token_url = "https://authentication.us.dev.api.mitel.io/2017-09-01/token"
    access_token: str = ""


settings = Settings()
