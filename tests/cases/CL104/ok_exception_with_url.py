# case: kind=server level=self-assessed
# expects:
import aiohttp
import structlog

log = structlog.get_logger()


async def my_account(session: aiohttp.ClientSession, account_id: str) -> dict | None:
    url = f"https://admin.us.api.mitel.io/2017-09-01/accounts/{account_id}"
    try:
        async with session.get(url, raise_for_status=True) as answer:
            return await answer.json()
    except aiohttp.ClientResponseError as exc:
        log.error(
            "lookup_failed",
            error=str(exc),
            correlation=exc.headers.get("x-mitel-correlation-id"),
            amazon=exc.headers.get("x-amzn-requestid"),
        )
        return None
