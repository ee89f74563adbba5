from users import users


def names(session, account_id):
    found = users(session, account_id)
    return sorted(
        item["name"]
        for item in found
        if item.get("active")
