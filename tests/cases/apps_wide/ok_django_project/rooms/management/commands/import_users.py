from django.core.management.base import BaseCommand, CommandError

from rooms.cloudlink import Admin, CloudLinkException


class Command(BaseCommand):
    help = "Imports users"

    def add_arguments(self, parser):
        parser.add_argument("token")

    def handle(self, *args, token, **options):
        try:
            users = list(Admin(token).users())
        except CloudLinkException as error:
            raise CommandError(f"CloudLink refused: {error}") from error
        self.stdout.write(f"{len(users)} users")
