# case: kind=server level=self-assessed
# expects: CL503
import logging
import requests
from apscheduler.schedulers.blocking import BlockingScheduler
from gi.repository import GLib
from PySide6.QtCore import QTimer

log = logging.getLogger(__name__)
sched = BlockingScheduler()
H = {"x-mitel-app": "b"}


def read():
    r = requests.get("https://presence.api.mitel.io/2017-09-01/users/1", headers=H, timeout=5)
    if not r.ok:
        log.error("%s %s %s", r.status_code, r.text, r.headers)
        return None
    return r.json()


@sched.scheduled_job("interval", seconds=10)  # !CL503
def job():
    print(read())


def tick():
    print(read())
    return True


GLib.timeout_add_seconds(10, tick)  # !CL503


def once():
    read()


class W:
    def __init__(self):
        self.timer = QTimer()
        self.timer.timeout.connect(self.tick)  # !CL503
        self.timer.start(2000)
        self.once = QTimer()
        self.once.setSingleShot(True)
        self.once.timeout.connect(once)

    def tick(self):
        read()
