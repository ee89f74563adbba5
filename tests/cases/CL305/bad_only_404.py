# case: kind=server level=self-assessed
# expects: CL305
import requests


class Directory:
    def __init__(self, account_id, token, region="us"):
        self.base = "https://director.%s.api.mitel.io/2017-09-01/accounts/%s" % (region, account_id)
        self.session = requests.Session()
        self.session.headers["Authorization"] = "Bearer " + token

    def contact(self, contact_id):
        answer = self.session.get(self.base + "/contacts/" + contact_id, timeout=10)  # !CL305
        if answer.status_code == 404:
            return None
        return answer.json()
