# case: kind=unknown level=self-assessed
# expects: CL106
import click
import requests


@click.group()
@click.pass_context
def cli(ctx):
    ctx.ensure_object(dict)
    ctx.obj["url"] = "https://admin.api.mitel.io/2017-09-01"


@cli.command()
@click.argument("account")
@click.pass_context
def groups(ctx, account):
    try:
        answer = requests.get(ctx.obj["url"] + f"/accounts/{account}/groups", timeout=9)
        answer.raise_for_status()
    except requests.RequestException as exc:
        raise SystemExit(f"no groups: {exc}")  # !CL106
    click.echo(answer.text)
