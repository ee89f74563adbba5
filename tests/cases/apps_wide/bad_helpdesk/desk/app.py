import os

from fastapi import FastAPI

from . import directory, logs
from .events import Feed
from .http import Api
from .login import login

logs.setup()
app = FastAPI()


@app.on_event("startup")
async def start():
    app.state.api = Api(await login(os.environ["USER_NAME"], os.environ["PASSWORD"]))
    app.state.feed = Feed(app.state.api, os.environ["ACCOUNT"])
    await app.state.feed.start("presence")


@app.get("/users")
async def users():
    return await directory.load(app.state.api, os.environ["ACCOUNT"])


@app.get("/users/{user}/photo")
async def photo(user: str):
    return await directory.photo(app.state.api, user)
