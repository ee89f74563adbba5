# case: kind=unknown level=self-assessed
# expects: CL305
import argparse
import os

import requests


def main(argv=None):
    parser = argparse.ArgumentParser()
    parser.add_argument("conversation")
    parser.add_argument("text")
    parser.add_argument("--base-url", "-b", default="https://chat.api.mitel.io/2017-09-01")
    args = parser.parse_args(argv)
    requests.post(  # !CL305
        args.base_url + "/conversations/" + args.conversation + "/messages",
        json={"content": args.text},
        headers={"Authorization": "Bearer " + os.environ["TOKEN"]},
        timeout=10,
    )


if __name__ == "__main__":
    main()
