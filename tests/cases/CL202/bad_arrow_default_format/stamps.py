import arrow


def stamp() -> str:
    return arrow.utcnow().format()  # !CL202
