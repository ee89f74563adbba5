def explain(log, what, response, **who):
    """One line for the log, one for the operator."""
    details = " ".join(f"{key}={value}" for key, value in who.items())
    log.warning("%s: %s %s [%s]", what, response.status_code, response.text, details)  # !CL102
    return f"{what} ({response.status_code})"
