# -*- coding: klingon-8 -*-
import requests


def me(session):
    answer = session.get("https://admin.api.mitel.io/2017-09-01/users/me", timeout=10)
    answer.raise_for_status()
    return answer.json()
