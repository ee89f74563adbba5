# case: kind=unknown level=self-assessed
# expects: CL106
import httpx
import typer

app = typer.Typer()


@app.callback()
def main(ctx: typer.Context, token: str = typer.Option(..., envvar="CLOUDLINK_TOKEN")) -> None:
    ctx.obj = httpx.Client(
        base_url="https://admin.api.mitel.io/2017-09-01/", headers={"Authorization": f"Bearer {token}"}
    )


@app.command()
def tags(ctx: typer.Context, account: str) -> None:
    client: httpx.Client = ctx.obj
    answer = client.get(f"accounts/{account}/tags")
    if answer.is_error:
        typer.secho(f"HTTP {answer.status_code}: {answer.text}", fg="red", err=True)  # !CL106
        raise typer.Exit(1)
    typer.echo(answer.text)
