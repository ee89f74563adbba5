from client import ask


def sign_in(account_id: str, username: str, password: str) -> dict:
    made = ask(
        "/authorize", response_type="code", account_id=account_id, username=username, password=password
    )
    return ask("/token", grant_type="authorization_code", code=made["code"])
