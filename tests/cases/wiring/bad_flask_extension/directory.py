import requests


class Directory:
    def __init__(self, app=None):
        if app is not None:
            self.init_app(app)

    def init_app(self, app):
        self.root = app.config.setdefault("DIRECTORY_ROOT", "https://admin.api.mitel.io/2017-09-01")
        app.extensions["directory"] = self

    def get(self, path):
        return requests.get(f"{self.root}/{path}", timeout=10)
