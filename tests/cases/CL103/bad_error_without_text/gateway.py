import httpx

from errors import RequestRefused

_client = httpx.Client(base_url="https://router.us.api.mitel.io/2018-03-03", timeout=10)


def login_agent(agent_id: str, queue_id: str) -> None:
    response = _client.post(f"queues/{queue_id}/agents", json={"agentId": agent_id})
    if response.is_error:
        raise RequestRefused("login", dict(response.headers))


def logout_agent(agent_id: str, queue_id: str) -> None:
    response = _client.delete(f"queues/{queue_id}/agents/{agent_id}")
    if response.is_error:
        raise RequestRefused("logout", dict(response.headers))
