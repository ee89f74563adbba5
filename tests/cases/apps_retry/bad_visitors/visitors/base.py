import requests
from celery import Task


class PatientTask(Task):
    autoretry_for = (requests.ConnectionError, requests.Timeout)
    max_retries = 5
    retry_backoff = 10  # !CL301
    retry_backoff_max = 300
