"""Keeps the users of a CloudLink account in step with a CSV file.

usage: python roster.py people.csv
"""
import csv
import sys

import log_setup
import settings
from sync import Sync
from session import login


def main(argv):
    if len(argv) != 2:
        sys.exit(__doc__)
    log_setup.start()
    session = login(settings.USERNAME, settings.PASSWORD, settings.ACCOUNT_ID)
    if session is None:
        return 1
    with open(argv[1], newline="", encoding="utf-8") as lines:
        people = list(csv.DictReader(lines))
    sync = Sync(session, settings.ACCOUNT_ID)
    added, removed = sync.run(people)
    print("%d added, %d removed" % (added, removed))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
