import argparse
import logging
import sys

from mitelsdk import Client
from mitelsdk.errors import ApiError, NotFound
from settings import load

log = logging.getLogger("tool")


def show(client, args):
    try:
        print(client.users.get(args.user))
    except NotFound:
        print("no such user")
    except ApiError as exc:
        log.error("user %s: %s %s %s %s", args.user, exc.status, exc.text, exc.correlation, exc.request_id)
        return 1
    return 0


def hang_up(client, args):
    try:
        client.calls.hang_up(args.call)
    except ApiError as exc:
        print(f"failed: {exc}", file=sys.stderr)  # !CL106
        return 1
    return 0


def listing(client, args):
    try:
        for user in client.users.list():
            print(user["name"])
    except ApiError as exc:
        log.error("listing failed for %s", exc.correlation)  # !CL102 !CL103
        return 1
    return 0


def photo(client, args):
    open(args.out, "wb").write(client.users.photo(args.user))


def main(argv=None):
    parser = argparse.ArgumentParser()
    sub = parser.add_subparsers(required=True)
    one = sub.add_parser("show")
    one.add_argument("user")
    one.set_defaults(func=show)
    two = sub.add_parser("hangup")
    two.add_argument("call")
    two.set_defaults(func=hang_up)
    three = sub.add_parser("list")
    three.set_defaults(func=listing)
    args = parser.parse_args(argv)
    return args.func(Client.connect(load()), args)


if __name__ == "__main__":
    sys.exit(main())
