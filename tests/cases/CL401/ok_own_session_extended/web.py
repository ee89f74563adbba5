import os

from flask import Flask, jsonify, request
from flask_jwt_extended import JWTManager, create_access_token, decode_token

from cloudlink import exchange, me

app = Flask(__name__)
app.config["JWT_SECRET_KEY"] = os.environ["JWT_SECRET_KEY"]
JWTManager(app)
tokens: dict[str, str] = {}


@app.post("/session")
def start():
    theirs = exchange(request.json["code"])
    session_token = create_access_token(identity=me(theirs))
    tokens[decode_token(session_token)["jti"]] = theirs
    return jsonify(session=session_token)


@app.get("/session")
def show():
    cookie = request.cookies["session"]
    return jsonify(user=decode_token(cookie)["sub"])
