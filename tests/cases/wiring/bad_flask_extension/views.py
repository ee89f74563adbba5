from directory import Directory
from flask import Flask, current_app, jsonify

app = Flask(__name__)
Directory().init_app(app)


@app.get("/users")
def users():
    reply = current_app.extensions["directory"].get("users")  # !CL305
    return jsonify(reply.json())
