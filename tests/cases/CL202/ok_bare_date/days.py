from datetime import date, datetime, timedelta, timezone


def today() -> date:
    return datetime.now(timezone.utc).date()


def key(days_ago: int = 0) -> str:
    return (today() - timedelta(days=days_ago)).strftime("%Y-%m-%d")
