# expects: CL106 CL305
import click
import requests


@click.group()
@click.option("--host", default="https://admin.api.mitel.io", envvar="PHONE_HOST")
@click.pass_context
def cli(ctx, host):
    ctx.ensure_object(dict)
    ctx.obj["host"] = host


@cli.command()
@click.argument("user")
@click.pass_obj
def drop(obj, user):
    requests.delete(obj["host"] + "/2017-09-01/users/" + user, timeout=5)  # !CL305


@cli.command()
@click.pass_obj
def count(obj):
    try:
        reply = requests.get(obj.get("host") + "/2017-09-01/users", timeout=5)
        reply.raise_for_status()
    except requests.HTTPError as error:
        click.echo(f"not counted: {error}", err=True)  # !CL106
        return
    click.echo(len(reply.json()["_embedded"]["items"]))
