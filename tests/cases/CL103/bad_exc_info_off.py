# case: kind=server level=self-assessed
# expects: CL103
import logging

import requests

log = logging.getLogger(__name__)


def delete_site(session: requests.Session, site_id: str) -> bool:
    try:
        session.delete(f"https://admin.us.api.mitel.io/2017-09-01/sites/{site_id}", timeout=10).raise_for_status()
    except requests.HTTPError as exc:
        log.exception("site %s stays, headers %s", site_id, exc.response.headers, exc_info=False)  # !CL103
        return False
    return True
