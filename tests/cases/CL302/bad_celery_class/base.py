import requests
from celery import Task


class CloudLinkTask(Task):
    autoretry_for = (requests.ConnectionError, requests.Timeout)
    default_retry_delay = 60
    max_retries = None  # !CL302
