import redis
import requests

cache = redis.Redis()


def read():
    """A key of a cache that is called as a variable of the environment is."""
    return requests.get(cache.get("API_BASE") + "/users").json()
