from flask import Flask

from .directory import blueprint


def create_app():
    app = Flask(__name__)
    app.config["CLOUDLINK"] = "https://admin.api.mitel.io/2017-09-01"
    app.register_blueprint(blueprint, url_prefix="/directory")
    return app
