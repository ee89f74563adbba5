# case: kind=server level=self-assessed
# expects:
import http.client
import json
import logging

log = logging.getLogger("conference")


class Conferences:
    host = "media.eu.api.mitel.io"

    def __init__(self, token):
        self.token = token

    def start(self, user_id):
        connection = http.client.HTTPSConnection(self.host, timeout=10)
        try:
            connection.request(
                "POST",
                "/2017-09-01/users/%s/conferences" % user_id,
                body=json.dumps({"name": "ad hoc"}),
                headers={"Authorization": "Bearer " + self.token, "Content-Type": "application/json"},
            )
            answer = connection.getresponse()
            text = answer.read().decode("utf-8")
            if answer.status not in (200, 201):
                log.error("user %s: no conference: %s %s", user_id, answer.status, text)
                for name in ("x-mitel-correlation-id", "x-amzn-requestId"):
                    log.error("%s: %s", name, answer.getheader(name))
                return None
            return json.loads(text)
        finally:
            connection.close()
