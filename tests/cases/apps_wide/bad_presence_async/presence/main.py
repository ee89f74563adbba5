import asyncio
import json
import sys

from .conf import CloudLink
from .http import Http
from .logs import configure
from .service import Presence


async def main(token, users):
    configure()
    states = await Presence(Http(CloudLink.from_env(), token)).many(users)
    json.dump(states, sys.stdout)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2:]))
