import requests

TRANSPORT = (requests.ConnectionError, requests.Timeout)
