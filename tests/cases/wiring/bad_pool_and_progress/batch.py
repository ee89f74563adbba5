"""A batch importer: csv in, results csv out, with multiprocess pool and a progress bar."""
import csv
import datetime
import logging
import logging.config
import multiprocessing as mp
from pathlib import Path

import requests
import yaml
from tqdm import tqdm

log = logging.getLogger("import")


def setup():
    logging.config.dictConfig(yaml.safe_load(Path(__file__).with_name("logging.yaml").read_text()))


def push(row):
    r = requests.post("https://admin.api.mitel.io/2017-09-01/users", json=row, timeout=20)
    return row["email"], r.status_code, r.text if r.status_code >= 400 else "", r.headers.get("x-mitel-correlation-id")


def main(source, target):
    setup()
    rows = list(csv.DictReader(open(source)))
    with mp.Pool(4) as pool, open(target, "w") as out:
        writer = csv.writer(out)
        for email, status, text, correlation in tqdm(pool.imap(push, rows), total=len(rows)):
            if status >= 400:
                log.error("%s: %s %s %s", email, status, text, correlation)  # !CL102
            writer.writerow([datetime.datetime.now().isoformat(), email, status])  # !CL201
