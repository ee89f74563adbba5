import requests

HOOK = "https://hooks.slack.com/services/T000/B000/XXXX"


def tell(text):
    try:
        requests.post(HOOK, json={"text": text}, timeout=3)
    except Exception as e:
        print("slack:", e)
