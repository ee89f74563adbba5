# case: kind=server level=self-assessed
# expects: CL302 CL303 CL304
import asyncio

import requests


async def put_status(user_id, status, headers):
    while True:  # !CL302
        try:
            reply = await asyncio.to_thread(
                requests.put,
                f"https://presence.api.mitel.io/2017-09-01/users/{user_id}/presences/me",
                json=status,
                headers=headers,
                timeout=5,
            )
            reply.raise_for_status()
            return
        except requests.RequestException:
            await asyncio.sleep(5)
