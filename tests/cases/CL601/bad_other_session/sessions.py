import requests

plain = requests.Session()
named = requests.Session()
named.headers["x-mitel-app"] = "app=Gate/2.0;platform=macos/14;session-id=gate"
