# case: kind=unknown level=self-assessed
# expects:
import argparse

import requests


def main(argv=None):
    parser = argparse.ArgumentParser(description="Copies phone numbers into the mitel.io directory by hand")
    parser.add_argument("--source", default="https://hr.example.com/people.json")
    args = parser.parse_args(argv)
    for person in requests.get(args.source, timeout=10).json():
        print(person["name"], person["phone"])


if __name__ == "__main__":
    main()
