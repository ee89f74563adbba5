_DOMAIN = "api.mitel.io"
CHAT_HOST = f"chat.{_DOMAIN}"
VERSION = "2017-09-01"
