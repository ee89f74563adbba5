# case: kind=server level=self-assessed
# expects: CL404
from urllib.parse import urlencode

from flask import Flask, redirect, url_for

app = Flask(__name__)
AUTH = "https://auth.mitel.io"


@app.get("/login")
def login():
    query = urlencode({"response_type": "code", "client_id": "c-1", "redirect_uri": url_for("done", _external=True)})
    return redirect(f"{AUTH}/authorize?{query}")  # !CL404
