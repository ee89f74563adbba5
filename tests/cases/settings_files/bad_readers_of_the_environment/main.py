import environ, requests, redis, os
from environs import Env
from decouple import config, Config
env = environ.Env()
env2 = Env()
cache = redis.Redis()


def a():
    return requests.get(env("API_BASE") + "/a").json()  # !CL305


def b():
    return requests.get(env2.str("API_BASE") + "/b").json()  # !CL305


def c():
    return requests.get(config("API_BASE") + "/c").json()  # !CL305


def d():
    return requests.get(cache.get("API_BASE") + "/d").json()


def e():
    return requests.get(env.url("API_BASE") + "/e").json()  # !CL305


def f():
    return requests.get(os.environ.get("API_BASE") + "/f").json()  # !CL305


def g():
    return requests.get(env2("API_BASE") + "/g").json()  # !CL305
