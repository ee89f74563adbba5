# case: kind=server level=self-assessed
# expects: CL103
import httpx
import structlog

log = structlog.get_logger("devices")


class Devices:
    """Devices of an account, by way of a client whose base URL is the admin service."""

    def __init__(self, token: str) -> None:
        self._http = httpx.AsyncClient(
            base_url="https://admin.eu.api.mitel.io/2017-09-01",
            headers={"Authorization": f"Bearer {token}"},
        )

    async def restart(self, device_id: str) -> bool:
        try:
            answer = await self._http.post(f"/devices/{device_id}/restart")
            answer.raise_for_status()
        except httpx.HTTPStatusError as exc:
            log.error(  # !CL103
                "restart_refused",
                device_id=device_id,
                status=exc.response.status_code,
                correlation_id=exc.response.headers["x-mitel-correlation-id"],
                request_id=exc.response.headers["x-amzn-requestid"],
            )
            return False
        return True
