import arrow
import pendulum


def now() -> str:
    return arrow.now("Europe/Paris").to("UTC").isoformat()


def later(minutes: int) -> str:
    return pendulum.now("UTC").add(minutes=minutes).to_iso8601_string()


def of(seconds: float) -> str:
    return pendulum.from_timestamp(seconds).isoformat()
