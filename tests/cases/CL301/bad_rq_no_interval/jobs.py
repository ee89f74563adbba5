import requests


def rename(contact_id: str, name: str, headers: dict[str, str]) -> None:
    resp = requests.patch(
        f"https://admin.api.mitel.io/2017-09-01/contacts/{contact_id}",
        json={"name": name},
        headers=headers,
        timeout=10,
    )
    resp.raise_for_status()
