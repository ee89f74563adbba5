from datetime import datetime, time
from zoneinfo import ZoneInfo

OPEN, CLOSE = time(8, 30), time(17, 0)


def open_now(zone: str) -> bool:
    here = datetime.now(ZoneInfo(zone))
    return here.weekday() < 5 and OPEN <= here.time() < CLOSE
