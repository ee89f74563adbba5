import httpx
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    cloudlink_admin: str = "https://admin.us.api.mitel.io/2017-09-01"
    cloudlink_token: str = ""


settings = Settings()
client = httpx.AsyncClient(headers={"Authorization": f"Bearer {settings.cloudlink_token}"})


class UpstreamError(Exception):
    def __init__(self, response: httpx.Response) -> None:
        self.response = response
        super().__init__(f"{response.url}: {response.status_code} {response.text}")


async def fetch(path: str) -> dict:
    response = await client.get(settings.cloudlink_admin + path)
    if response.is_error:
        raise UpstreamError(response)
    return response.json()
