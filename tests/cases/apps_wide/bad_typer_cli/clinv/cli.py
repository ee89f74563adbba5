import csv
import sys
from datetime import datetime, timezone

import httpx
import typer

from .http import client, items

app = typer.Typer()


def sign_in(name, password):
    reply = httpx.post(  # !CL402 !CL405
        "https://authentication.api.mitel.io/2017-09-01/token",
        data={"grant_type": "password", "username": name, "password": password},
    )
    try:
        reply.raise_for_status()
    except httpx.HTTPStatusError as error:
        typer.secho(f"sign-in refused: {error}", fg="red")  # !CL106
        raise typer.Exit(2)
    return reply.json()["access_token"]


@app.command()
def users(name: str, password: str):
    with open("users.csv", "w", newline="") as file:
        out = csv.writer(file)
        with client(sign_in(name, password)) as http:
            for user in items(http, "users"):
                out.writerow(
                    [user["userId"], datetime.now(timezone.utc).strftime("%d/%m/%Y %H:%M")]
                )  # !CL202
