from gateway import Gateway


def user(gateway: Gateway, user_id: str) -> dict:
    return gateway.call("GET", f"https://admin.api.mitel.io/2017-09-01/users/{user_id}")
