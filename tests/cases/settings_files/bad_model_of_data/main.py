import os
from pathlib import Path
from types import SimpleNamespace

import requests
import yaml
from pydantic import BaseModel

FOLDER = os.path.dirname(os.path.abspath(__file__))


class Cloud(BaseModel):
    admin: str
    again: str


class Config(BaseModel):
    cloud: Cloud


def read(path):
    return yaml.load(Path(path).read_text(), Loader=yaml.SafeLoader)


def config():
    return Config.model_validate(read(os.path.join(FOLDER, "config.yml")))


def plain():
    return SimpleNamespace(**read(Path(FOLDER) / "config.yml")["cloud"])


def users():
    return requests.get(config().cloud.again + "/users").json()  # !CL305


def accounts():
    return requests.get(plain().admin + "/accounts").json()  # !CL305
