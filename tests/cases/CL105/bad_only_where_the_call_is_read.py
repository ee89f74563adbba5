# case: kind=server level=self-assessed
# expects: CL105
import http.client
import json
import logging

log = logging.getLogger(__name__)


class LinkError(RuntimeError):
    def __init__(self, status, body, headers):
        super().__init__("%s" % status)
        self.body = body
        self.headers = headers


class Link:
    def __init__(self, token):
        self.conn = http.client.HTTPSConnection("media.api.mitel.io", timeout=20)
        self.token = token

    def get(self, path):
        self.conn.request("GET", "/2017-09-01" + path, headers={"Authorization": "Bearer " + self.token})
        reply = self.conn.getresponse()
        body = reply.read()
        if reply.status != 200:
            raise LinkError(reply.status, body, dict(reply.getheaders()))
        return json.loads(body)


def main(link: Link):
    try:
        page = link.get("/recordings")
    except LinkError as err:
        log.error("recordings: %s", err, extra={"headers": err.headers, "body": err.body})
        return
    for item in page["items"]:
        try:
            link.get("/calls/" + item["callId"])
        except LinkError as err:
            log.error("call not read: %s %s", err, err.headers)  # !CL105
