HOSTS = {"tokens": "authentication.api.mitel.io", "portal": "auth.mitel.io"}


def address(name: str, path: str) -> str:
    return "https://" + HOSTS[name] + path
