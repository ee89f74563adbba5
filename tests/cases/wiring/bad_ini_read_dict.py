# expects: CL101 CL302
import configparser
import logging
import os
import time

import requests

DEFAULTS = {"platform": {"region": "eu", "domain": "api.mitel.io", "tries": "9"}}


def load():
    parser = configparser.ConfigParser()
    parser.read_dict(DEFAULTS)
    parser.read(os.environ.get("SYNC_INI", "sync.ini"))
    return parser["platform"]


section = load()


def root(service):
    return f"https://{service}.{section['region']}.{section.get('domain')}/2017-09-01"


def contacts(account):
    for left in range(section.getint("tries"), 0, -1):  # !CL302
        try:
            reply = requests.get(f"{root('admin')}/accounts/{account}/contacts", timeout=10)
            reply.raise_for_status()
            return reply.json()
        except requests.ConnectionError as error:
            if left == 1:
                logging.error("contacts of %s: %s", account, error)
                raise
            time.sleep(3)
        except requests.HTTPError:  # !CL101
            return None
