from pydantic_settings import BaseSettings


class Config(BaseSettings):
    crm_url: str = "https://crm.example.com/api"
    admin_url: str = "https://admin.api.mitel.io/2017-09-01"


config = Config()
