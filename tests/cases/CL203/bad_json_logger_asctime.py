# case: kind=server level=self-assessed
# expects: CL203
import logging.config

import httpx

logging.config.dictConfig(  # !CL203
    {
        "version": 1,
        "formatters": {
            "json": {
                "()": "pythonjsonlogger.jsonlogger.JsonFormatter",
                "format": "%(asctime)s %(levelname)s %(message)s",
                "datefmt": "%Y-%m-%dT%H:%M:%S%z",
            }
        },
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "json"}},
        "root": {"level": "INFO", "handlers": ["console"]},
    }
)
log = logging.getLogger(__name__)


async def names(client: httpx.AsyncClient, account_id: str) -> list[str]:
    resp = await client.get(f"https://admin.api.mitel.io/2017-09-01/accounts/{account_id}/contacts")
    resp.raise_for_status()
    log.info("contacts read", extra={"account": account_id})
    return [item["name"] for item in resp.json()["_embedded"]["items"]]
