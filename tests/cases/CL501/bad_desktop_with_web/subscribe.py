import httpx


def subscribe(token: str, user_id: str, address: str) -> str:
    payload = dict(
        applicationId="widget",
        deviceId=address,
        transport="webhook",
        topic="platform-api-conversations",
        subjectFilter=user_id,
    )
    answer = httpx.post(  # !CL501
        "https://notifications.api.mitel.io/2017-09-01/subscriptions",
        json=payload,
        headers={"Authorization": f"Bearer {token}"},
    )
    answer.raise_for_status()
    return answer.json()["subscriptionId"]
