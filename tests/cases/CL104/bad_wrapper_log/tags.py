from rest import Rest


def all_tags(token: str) -> list[str]:
    found = Rest("admin", token).get("/tags")
    return [tag["name"] for tag in found["_embedded"]["items"]] if found else []
