# case: kind=server level=self-assessed
# expects: CL101, CL102
"""Errors among the results of gather(), asked for one by one."""
import asyncio
import logging

import httpx

log = logging.getLogger(__name__)


async def one(client, user_id):
    r = await client.get(f"https://admin.api.mitel.io/2017-09-01/users/{user_id}")
    r.raise_for_status()


async def half(ids, client):
    for i, r in zip(ids, await asyncio.gather(*[one(client, i) for i in ids], return_exceptions=True)):
        if isinstance(r, Exception):
            log.error("user %s failed %r", i, r)  # !CL102


async def good(ids, client):
    results = await asyncio.gather(*[one(client, i) for i in ids], return_exceptions=True)
    for n, r in enumerate(results):
        if isinstance(r, httpx.HTTPStatusError):
            log.error("user %s failed %s %s", ids[n], r, r.response.headers)
        elif isinstance(r, Exception):
            log.error("user %s failed %r", ids[n], r)


async def silent(ids, client):
    results = await asyncio.gather(*[one(client, i) for i in ids], return_exceptions=True)
    good = []
    for r in results:
        if isinstance(r, BaseException):  # !CL101
            continue
        good.append(r)
    return good


async def raises(ids, client):
    results = await asyncio.gather(*[one(client, i) for i in ids], return_exceptions=True)
    for r in results:
        if isinstance(r, BaseException):
            raise r
    return results


async def collects(ids, client):
    results = await asyncio.gather(*[one(client, i) for i in ids], return_exceptions=True)
    errors = []
    for r in results:
        if isinstance(r, BaseException):
            errors.append(r)
    return errors
