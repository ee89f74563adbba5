import requests
from django.core.management.base import BaseCommand

from sync.cloudlink import list_users


class Command(BaseCommand):
    help = "Copies the users of an account"

    def add_arguments(self, parser):
        parser.add_argument("account")

    def handle(self, *args, **options):
        try:
            users = list_users(options["account"])
        except requests.HTTPError as exc:
            self.stderr.write(f"users of {options['account']}: {exc} {exc.response.text}")  # !CL106
            return
        for user in users:
            self.stdout.write(user["name"])
