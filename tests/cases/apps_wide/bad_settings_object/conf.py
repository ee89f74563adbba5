OURS = {"admin": "https://admin.us.api.mitel.io/2017-09-01", "archive": "https://archive.example.org"}
DEFAULTS = {"timeout": 5}


class AppSettings:
    def __getattr__(self, name):
        values = {**DEFAULTS, **OURS}
        try:
            return values[name]
        except KeyError:
            raise AttributeError(name) from None


app_settings = AppSettings()
