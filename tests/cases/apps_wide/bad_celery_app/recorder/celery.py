from celery import Celery
from celery.signals import setup_logging

app = Celery("recorder", broker="redis://")


@setup_logging.connect
def configure(**kwargs):
    import logging

    logging.basicConfig(format="%(asctime)s %(levelname)s %(message)s", level="INFO", force=True)  # !CL203
