import os


class Settings:
    api_root = os.environ["API_ROOT"].rstrip("/")
    timeout = float(os.environ.get("TIMEOUT", "10"))
