# case: kind=server level=self-assessed
# expects: CL106
import click
import httpx


@click.command()
@click.argument("conversation")
@click.argument("text")
@click.option("--token", envvar="CLOUDLINK_TOKEN", required=True)
@click.option("--base", default="https://chat.us.api.mitel.io/2017-09-01", show_default=True)
@click.pass_context
def say(ctx: click.Context, conversation: str, text: str, token: str, base: str) -> None:
    """Post TEXT to CONVERSATION."""
    try:
        answer = httpx.post(
            f"{base}/conversations/{conversation}/messages",
            json={"content": text},
            headers={"Authorization": f"Bearer {token}"},
        )
        answer.raise_for_status()
    except httpx.HTTPError as exc:
        click.echo(click.style(f"Not sent: {exc}", fg="red"), err=True)  # !CL106
        ctx.exit(1)
    click.echo(answer.json()["messageId"])


if __name__ == "__main__":
    say()
