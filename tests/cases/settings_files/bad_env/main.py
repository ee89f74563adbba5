from decouple import config
from pydantic_settings import BaseSettings
import requests

class S(BaseSettings):
    service_url: str

S1 = S()
URL = config("SERVICE_URL")

def a():
    return requests.get(URL + "/accounts").json()  # !CL305

def b():
    return requests.get(S1.service_url + "/accounts").json()  # !CL305
