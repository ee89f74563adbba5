import requests

from conf import app_settings


def users():
    try:
        reply = requests.get(app_settings.admin + "/users", timeout=app_settings.timeout)
        reply.raise_for_status()
    except requests.RequestException:  # !CL101
        return []
    return reply.json()


def drop(user):
    requests.delete(f"{app_settings.admin}/users/{user}", timeout=app_settings.timeout)  # !CL305


def store(record):
    requests.post(app_settings.archive + "/records", json=record, timeout=app_settings.timeout)


def stored():
    try:
        return requests.get(app_settings.archive + "/records", timeout=app_settings.timeout).json()
    except requests.RequestException:
        return []
