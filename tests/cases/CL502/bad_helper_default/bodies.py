def subscription(topic, subject, *, transport="webhook", device="https://queue.example.com/hook"):
    return {
        "applicationId": "queue",
        "deviceId": device,
        "transport": transport,
        "topic": topic,
        "subjectFilter": subject,
    }
