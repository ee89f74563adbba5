def subscription(topic, subject, *, transport="websocket", device="queue-1"):
    return {
        "applicationId": "queue",
        "deviceId": device,
        "transport": transport,
        "topic": topic,
        "subjectFilter": subject,
    }
