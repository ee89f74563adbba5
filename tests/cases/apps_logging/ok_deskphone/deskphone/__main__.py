import os
import sys

from loguru import logger

from deskphone.api import Api
from deskphone.calls import Calls
from deskphone.presence import Presence
from deskphone.window import Window

LINE = "{time:YYYY-MM-DDTHH:mm:ss.SSSZ!UTC} {level} {message} {extra}\n{exception}"


def main() -> None:
    logger.remove()
    logger.add("deskphone.log", format=LINE, rotation="5 MB")
    api = Api(os.environ["DESKPHONE_TOKEN"], os.environ.get("DESKPHONE_REGION", "us"))
    endpoint_id, user_id = sys.argv[1:3]
    Window(Calls(api, endpoint_id), Presence(api, user_id)).mainloop()


if __name__ == "__main__":
    main()
