import csv
import logging
import sys
import time

import httpx
import typer

from .http import client, items

app = typer.Typer()
formatter = logging.Formatter("%(asctime)s %(levelname)s %(message)s", "%Y-%m-%dT%H:%M:%SZ")
formatter.converter = time.gmtime


@app.callback()
def main(verbose: bool = False):
    handler = logging.StreamHandler()
    handler.setFormatter(formatter)
    logging.basicConfig(level=logging.DEBUG if verbose else logging.WARNING, handlers=[handler])


@app.command()
def users(token: str = typer.Option(..., envvar="CL_TOKEN")):
    out = csv.writer(sys.stdout)
    with client(token) as http:
        try:
            for user in items(http, "users"):
                out.writerow([user["userId"], user["name"]])
        except httpx.HTTPStatusError as error:
            typer.echo(f"CloudLink says {error.response.status_code}", err=True)
            raise typer.Exit(1) from error
