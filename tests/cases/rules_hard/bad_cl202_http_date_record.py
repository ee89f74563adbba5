# case: kind=server level=self-assessed
# expects: CL202
import csv
from datetime import datetime, timezone
from pathlib import Path

HOST = "admin.api.mitel.io"


def record(path: Path, user: str) -> None:
    with path.open("a", newline="") as file:
        stamp = f"{datetime.now(timezone.utc):%d.%m.%Y %H:%M:%S}"  # !CL202
        csv.writer(file).writerow([stamp, user, HOST])
