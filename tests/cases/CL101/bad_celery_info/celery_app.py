from celery import Celery

app = Celery("sync", broker="redis://localhost:6379/0", include=["tasks"])
