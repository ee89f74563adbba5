from requests import Response


def seconds(resp: Response) -> float:
    return float(resp.headers.get("Retry-After", 1))
