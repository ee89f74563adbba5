from celery import Celery

app = Celery("notes", broker="redis://localhost")
