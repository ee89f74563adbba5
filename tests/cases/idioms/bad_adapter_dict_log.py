# case: kind=server level=self-assessed
# expects: CL301 CL302
import logging

import httpx
import stamina

log = logging.getLogger(__name__)


@stamina.retry(on=httpx.TransportError, attempts=10)  # !CL301 !CL302
def tags(client: httpx.Client):
    return client.get("https://admin.api.mitel.io/2017-09-01/tags").raise_for_status().json()
