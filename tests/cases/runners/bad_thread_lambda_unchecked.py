# case: kind=server level=self-assessed
# expects: CL305
import threading

import requests

session = requests.Session()


def drop(conversation_id):
    url = f"https://chat.api.mitel.io/2017-09-01/conversations/{conversation_id}"
    threading.Thread(target=lambda: session.delete(url, timeout=5)).start()  # !CL305
