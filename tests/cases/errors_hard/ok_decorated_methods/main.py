import asyncio
import sys

from api import Directory


async def main() -> None:
    directory = Directory(sys.argv[1])
    for user in await directory.users(sys.argv[2]):
        print(user["name"])


asyncio.run(main())
