import logging

from http_layer import MediaApi, Refusal

log = logging.getLogger("attendant")


class Attendant:
    def __init__(self, media: MediaApi, user_id: str) -> None:
        self._media = media
        self._user_id = user_id

    async def put_through(self, call_id: str, extension: str) -> bool:
        try:
            await self._media.transfer(call_id, extension)
        except Refusal as refusal:
            log.error("%s could not reach %s: %s %s", self._user_id, extension, refusal, refusal.headers)
            return False
        return True
