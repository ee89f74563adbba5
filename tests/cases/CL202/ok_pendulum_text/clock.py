import pendulum


def in_minutes(minutes: int) -> str:
    return pendulum.now("UTC").add(minutes=minutes).to_rfc3339_string()
