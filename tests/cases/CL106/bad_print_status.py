# case: kind=server level=self-assessed
# expects: CL106
import sys

import requests

account = sys.argv[1]
token = sys.argv[2]

r = requests.get(
    "https://admin.api.mitel.io/2017-09-01/accounts/%s/users" % account,
    headers={"Authorization": "Bearer " + token},
)
if r.status_code != 200:
    print("Error!", r.status_code, r.text)  # !CL106
    sys.exit(1)

for user in r.json()["_embedded"]["items"]:
    print(user["userId"], user["name"])
