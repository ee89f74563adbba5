import requests

from auth.bodies import Code

HOST = "authentication"
TOKEN = f"https://{HOST}.us.api.mitel.io/2017-09-01/token"


def exchange(code: str) -> dict:
    answer = requests.post(TOKEN, Code(code, "https://desk.example.com/in").form(), timeout=10)  # !CL405
    answer.raise_for_status()
    return answer.json()
