import asyncio
import sys

from presence import state
from session import open_session


async def main() -> None:
    async with open_session() as session:
        print(await state(session, sys.argv[1]))


if __name__ == "__main__":
    asyncio.run(main())
