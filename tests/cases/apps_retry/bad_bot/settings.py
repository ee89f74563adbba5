import os

CHAT = os.environ.get("CLOUDLINK_CHAT", "https://chat.us.api.mitel.io/2017-09-01")
TOKEN = os.environ["CLOUDLINK_TOKEN"]
APP = "app=HelpBot/0.9;platform=windows/11;session-id=helpbot"
GIVE_UP_AFTER = 300
PAUSE = 5
