# case: kind=server level=self-assessed
# expects: CL101
import contextlib

import httpx


def read_both(urls):
    found = []
    with contextlib.ExitStack() as stack:
        client = stack.enter_context(httpx.Client(base_url="https://admin.api.mitel.io/2017-09-01"))
        for url in urls:
            with contextlib.suppress(httpx.HTTPError):  # !CL101
                reply = client.get(url)
                reply.raise_for_status()
                found.append(reply.json())
    return found
