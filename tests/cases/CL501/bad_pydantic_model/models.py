from pydantic import BaseModel


class Subscription(BaseModel):
    applicationId: str
    deviceId: str
    topic: str
    subjectFilter: str
    transport: str = "webhook"
