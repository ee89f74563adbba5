from rest import Rest


def all_tags(token: str, account_id: str) -> list[str]:
    found = Rest("admin", token, account_id).get("/tags")
    return [tag["name"] for tag in found["_embedded"]["items"]] if found else []
