# case: kind=unknown level=self-assessed
# expects:
import os

import requests
import typer

cli = typer.Typer()


@cli.command()
def accounts() -> None:
    """List the accounts this machine's client may see."""
    answer = requests.post(
        "https://authentication.api.mitel.io/2017-09-01/token",
        data={
            "grant_type": "client_credentials",
            "client_id": os.environ["CLIENT_ID"],
            "client_secret": os.environ["CLIENT_SECRET"],
        },
        timeout=10,
    )
    answer.raise_for_status()
    token = answer.json()["access_token"]
    answer = requests.get(
        "https://admin.api.mitel.io/2017-09-01/accounts", headers={"Authorization": f"Bearer {token}"}, timeout=10
    )
    answer.raise_for_status()
    for account in answer.json()["_embedded"]["items"]:
        typer.echo(account["name"])
