import aiohttp

from transport import TransportError, call


class DirectoryError(Exception):
    """The directory did not give what was asked for."""


class Directory:
    def __init__(self, session: aiohttp.ClientSession, account_id: str) -> None:
        self._session = session
        self._account_id = account_id

    async def by_number(self, number: str) -> dict:
        path = f"/accounts/{self._account_id}/contacts"
        try:
            found = await call(self._session, "GET", "director", path, params={"phone": number})
        except TransportError as exc:
            raise DirectoryError(f"no lookup of {number}") from exc
        return found["_embedded"]["items"][0]
