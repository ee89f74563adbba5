import logging
import time

from mirror.client import Client, CloudLinkError
from mirror.config import Settings
from mirror.store import Store

log = logging.getLogger("mirror")


def main() -> int:
    logging.Formatter.converter = time.gmtime
    logging.basicConfig(
        filename="mirror.log",
        level=logging.INFO,
        format="%(asctime)s %(levelname)s %(name)s %(message)s",
        datefmt="%Y-%m-%dT%H:%M:%S%z",
    )
    settings = Settings.from_env()
    client, store = Client(settings), Store(settings.database)
    started = time.perf_counter()
    try:
        contacts = list(client.pages("admin", f"/accounts/{settings.account_id}/contacts"))
    except CloudLinkError as error:
        trace = (error.correlation_id, error.request_id)
        log.error("account %s: %s [%s, %s]", settings.account_id, error, *trace)
        return 1
    store.save(contacts)
    log.info("%d contacts in %.1f s", len(contacts), time.perf_counter() - started)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
