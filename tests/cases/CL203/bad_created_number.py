# case: kind=server level=self-assessed
# expects: CL203
import logging
import sys

import httpx

root = logging.getLogger()
console = logging.StreamHandler(sys.stderr)
console.setFormatter(logging.Formatter("%(created)f %(levelname)s %(name)s: %(message)s"))  # !CL203
root.addHandler(console)
root.setLevel(logging.INFO)


def end(http: httpx.Client, conference_id: str) -> None:
    resp = http.delete(f"https://media.api.mitel.io/2017-09-01/conferences/{conference_id}")
    resp.raise_for_status()
    root.info("conference %s ended", conference_id)
