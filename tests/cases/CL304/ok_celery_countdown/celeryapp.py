from celery import Celery

app = Celery("presence")
