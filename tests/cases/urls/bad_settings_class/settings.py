import os


class Settings:
    def __init__(self) -> None:
        self.region = os.environ.get("REGION", "eu")
        self.version = "2017-09-01"

    def root(self, service: str) -> str:
        return f"https://{service}.{self.region}.api.mitel.io/{self.version}"

    @property
    def chat(self) -> str:
        return self.root("chat")


settings = Settings()
