from datetime import datetime as DateTime
from datetime import timezone as tz


def utc_now() -> DateTime:
    return DateTime.utcnow().astimezone(tz.utc)  # !CL201


def iso(moment: DateTime) -> str:
    return moment.isoformat().replace("+00:00", "Z")
