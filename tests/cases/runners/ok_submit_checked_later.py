# case: kind=server level=self-assessed
# expects:
from concurrent.futures import ThreadPoolExecutor, wait

import requests

EXECUTOR = ThreadPoolExecutor(2)


def announce(conversation_ids, text):
    pending = [
        EXECUTOR.submit(
            requests.post,
            f"https://chat.api.mitel.io/2017-09-01/conversations/{one}/messages",
            json={"body": text},
            timeout=5,
        )
        for one in conversation_ids
    ]
    done, _ = wait(pending)
    for future in done:
        future.result().raise_for_status()
