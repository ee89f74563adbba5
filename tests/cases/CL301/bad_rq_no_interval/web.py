import os

from flask import Flask, request
from redis import Redis
from rq import Queue, Retry

from jobs import rename

app = Flask(__name__)
queue = Queue(connection=Redis())


@app.post("/contacts/<contact_id>")
def change(contact_id: str):
    headers = {"Authorization": "Bearer " + os.environ["TOKEN"]}
    queue.enqueue(rename, contact_id, request.form["name"], headers, retry=Retry(max=3))  # !CL301 CL303 CL304
    return "", 202
