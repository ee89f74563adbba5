# case: kind=server level=self-assessed
# expects: CL305
import aiohttp
from yarl import URL


async def topics(http: aiohttp.ClientSession) -> list:
    base = URL("https://notifications.api.mitel.io/")
    async with http.get(base.with_path("/2017-09-01/topics").with_query(limit="50")) as answer:  # !CL305
        return await answer.json()
