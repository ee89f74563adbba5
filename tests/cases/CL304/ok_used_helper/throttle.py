from requests import Response


def asked(resp: Response, fallback: int = 5) -> int:
    value = resp.headers.get("Retry-After", "")
    return int(value) if value.isdigit() else fallback


def is_busy(resp: Response) -> bool:
    return resp.status_code in (429, 503)
