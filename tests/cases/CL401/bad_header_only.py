# case: kind=server level=compatible
# expects: CL401
import os

import aiohttp
import jwt

TOKEN_URL = "https://authentication.us.api.mitel.io/2017-09-01/token"


async def key_in_use(session: aiohttp.ClientSession) -> str:
    """The id of the key CloudLink signs with at the moment; shown on the diagnosis page."""
    grant = {
        "grant_type": "client_credentials",
        "client_id": os.environ["CLIENT_ID"],
        "client_secret": os.environ["CLIENT_SECRET"],
    }
    async with session.post(TOKEN_URL, json=grant) as answer:
        answer.raise_for_status()
        tokens = await answer.json()
    header = jwt.get_unverified_header(tokens.get("access_token"))  # !CL401
    return header["kid"]
