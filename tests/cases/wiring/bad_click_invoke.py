# case: kind=client level=compatible
# expects: CL106, CL305, CL402
"""A command runs through its own decorator, which has the context run it; the client comes from ctx.obj."""
import functools
import logging
import sys

import click
import requests
from oauthlib.oauth2 import LegacyApplicationClient
from requests_oauthlib import OAuth2Session
from requests_toolbelt.sessions import BaseUrlSession

log = logging.getLogger("mitel-cli")


def guarded(f):
    @functools.wraps(f)
    @click.pass_context
    def wrapper(ctx, *args, **kwargs):
        try:
            return ctx.invoke(f, *args, **kwargs)
        except requests.HTTPError as e:
            click.secho(f"{e.response.status_code}: {e.response.text}", fg="red", err=True)  # !CL106
            ctx.exit(1)
        except requests.RequestException as e:
            log.error("no answer: %s", e)
            raise click.ClickException("no answer") from e

    return wrapper


def session(user: str, password: str) -> requests.Session:
    oauth = OAuth2Session(client=LegacyApplicationClient(client_id="cli"))
    token = oauth.fetch_token(  # !CL402
        "https://authentication.api.mitel.io/2017-09-01/token", username=user, password=password
    )
    http = BaseUrlSession("https://admin.api.mitel.io/2017-09-01/")
    http.headers["Authorization"] = "Bearer " + token["access_token"]
    return http


@click.group()
@click.option("--user", required=True)
@click.password_option()
@click.pass_context
def cli(ctx, user, password):
    ctx.obj = session(user, password)


@cli.command()
@click.pass_obj
@guarded
def accounts(http: requests.Session):
    r = http.get("accounts")
    r.raise_for_status()
    for a in r.json()["_embedded"]["items"]:
        click.echo(a["name"])


@cli.command()
@click.argument("user_id")
@click.pass_obj
@guarded
def whoami(http: requests.Session, user_id):
    click.echo(http.get(f"users/{user_id}").json()["name"])  # !CL305


if __name__ == "__main__":
    cli()
