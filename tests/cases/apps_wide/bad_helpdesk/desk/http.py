import asyncio
import functools

import httpx

from . import config


class ApiError(RuntimeError):
    def __init__(self, status, text):
        super().__init__(text)
        self.status = status


def persistent(function):
    @functools.wraps(function)
    async def wrapper(*args, **kwargs):
        delay = 0.5
        while True:  # !CL302
            try:
                return await function(*args, **kwargs)
            except httpx.TransportError:
                await asyncio.sleep(delay)  # !CL301
                delay = min(delay * 2, 30)

    return wrapper


class Api:
    def __init__(self, token):
        self.client = httpx.AsyncClient(headers={"Authorization": "Bearer " + token}, timeout=20)

    @persistent
    async def send(self, method, service, *path, **options):
        return await self.client.request(method, config.url(service, *path), **options)

    async def json(self, *args, **options):
        reply = await self.send(*args, **options)
        if reply.is_error:
            raise ApiError(reply.status_code, reply.text)
        return reply.json()
