# case: kind=server level=self-assessed
# expects:
import requests
from django.core.management.base import BaseCommand, CommandError


class Command(BaseCommand):
    def handle(self, *args, **options):
        try:
            reply = requests.get("https://admin.api.mitel.io/2017-09-01/accounts/me", timeout=10)
            reply.raise_for_status()
        except requests.RequestException as exc:
            raise CommandError(f"account: {exc}") from exc
        self.stdout.write(reply.text)
