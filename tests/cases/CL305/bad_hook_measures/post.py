from clients import cloudlink


async def post(token: str, conversation_id: str, text: str) -> str:
    async with cloudlink(token) as client:
        answer = await client.post(f"/conversations/{conversation_id}/messages", json={"content": text})  # !CL305
    return answer.json()["messageId"]
