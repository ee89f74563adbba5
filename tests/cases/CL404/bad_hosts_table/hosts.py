HOSTS = {
    "tokens": "authentication.api.mitel.io",
    "portal": "auth.mitel.io",
    "users": "admin.api.mitel.io",
}


def address(name: str, path: str) -> str:
    return "https://" + HOSTS[name] + path
