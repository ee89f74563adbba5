from transport import token_request


def by_code(code: str) -> dict:
    return token_request("authorization_code", code=code)


def by_form(form: dict[str, str]) -> dict:
    return token_request("password", username=form["email"], password=form["secret"])  # !CL402


def renewed(refresh_token: str) -> dict:
    return token_request("refresh_token", refresh_token=refresh_token)
