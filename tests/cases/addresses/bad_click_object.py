# case: kind=unknown level=self-assessed
# expects: CL106
import click
import requests


class Cloud:
    def __init__(self, token: str) -> None:
        self.http = requests.Session()
        self.http.headers["Authorization"] = f"Bearer {token}"

    def get(self, path: str) -> requests.Response:
        return self.http.get("https://admin.api.mitel.io/2017-09-01" + path, timeout=10)


pass_cloud = click.make_pass_decorator(Cloud)


@click.group()
@click.option("--token", envvar="CLOUDLINK_TOKEN")
@click.pass_context
def cli(ctx, token):
    ctx.obj = Cloud(token)


@cli.command()
@click.argument("account")
@pass_cloud
def users(cloud, account):
    answer = cloud.get(f"/accounts/{account}/users")
    if answer.status_code != 200:
        click.echo(f"{answer.status_code} {answer.text}", err=True)  # !CL106
        return
    for user in answer.json():
        click.echo(user["name"])
