import os

from flask import Flask, jsonify, request
from flask_jwt_extended import JWTManager, create_access_token, decode_token, get_jwt_identity, jwt_required

from cloudlink import exchange

app = Flask(__name__)
app.config["JWT_SECRET_KEY"] = os.environ["JWT_SECRET_KEY"]
JWTManager(app)
refresh_tokens: dict[str, str] = {}


@app.post("/session")
def start():
    theirs, refresh = exchange(request.json["code"])
    subject = decode_token(theirs, allow_expired=True)["sub"]  # !CL401
    refresh_tokens[subject] = refresh
    return jsonify(session=create_access_token(identity=subject))


@app.get("/session")
@jwt_required()
def show():
    return jsonify(user=get_jwt_identity())
