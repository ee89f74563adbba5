from celery import Celery

app = Celery("mirror", broker="redis://localhost")
