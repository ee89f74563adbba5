# case: kind=server level=self-assessed
# expects: CL102 CL103
import logging
from multiprocessing.pool import ThreadPool

import requests

log = logging.getLogger(__name__)


def delete(device_id):
    answer = requests.delete(f"https://admin.api.mitel.io/2017-09-01/accounts/me/devices/{device_id}", timeout=5)
    answer.raise_for_status()
    return device_id


def delete_all(device_ids):
    with ThreadPool(4) as pool:
        try:
            return pool.map(delete, device_ids)
        except requests.HTTPError:
            log.error("not all devices were removed")  # !CL102 !CL103
            return []
