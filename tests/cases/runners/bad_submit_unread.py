# case: kind=server level=self-assessed
# expects: CL305
from concurrent.futures import ThreadPoolExecutor

import requests

EXECUTOR = ThreadPoolExecutor(2)


def announce(conversation_id, text):
    EXECUTOR.submit(  # !CL305
        requests.post,
        f"https://chat.api.mitel.io/2017-09-01/conversations/{conversation_id}/messages",
        json={"body": text},
        timeout=5,
    )
