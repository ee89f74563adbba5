import httpx

import stamps


async def reserve(client: httpx.AsyncClient, account_id: str, minutes: int, ordered: float) -> str:
    resp = await client.post(
        "https://media.api.mitel.io/2017-09-01/conferences",
        json={
            "accountId": account_id,
            "orderedOn": stamps.of(ordered),
            "startTime": stamps.now(),
            "endTime": stamps.later(minutes),
        },
    )
    resp.raise_for_status()
    return resp.json()["conferenceId"]
