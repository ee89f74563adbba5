import os


class Settings:
    api_root = os.environ["CLOUDLINK_API_ROOT"].rstrip("/")
    timeout = float(os.environ.get("TIMEOUT", "10"))
