import requests

URL = "https://chat.us.api.mitel.io/2017-09-01/conversations"


def post(conversation_id, text, token):
    """(message, None) or (None, error)."""
    try:
        answer = requests.post(
            "{}/{}/messages".format(URL, conversation_id),
            json={"content": text},
            headers={"Authorization": "Bearer {}".format(token)},
            timeout=10,
        )
        answer.raise_for_status()
    except requests.RequestException as error:
        return None, error
    return answer.json(), None
