import requests


def register(session: requests.Session, account_id: str) -> str:
    answer = session.request(  # !CL502
        "post",
        "https://notifications.api.mitel.io/2017-09-01/subscriptions",
        json=dict(
            applicationId="reports",
            deviceId="https://reports.example.com/in",
            transport="webhook",
            topic="platform-api-admin",
            publicationFilter=account_id,
        ),
        timeout=10,
    )
    answer.raise_for_status()
    return answer.json()["subscriptionId"]
