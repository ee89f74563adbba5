from base import Resource


class Contacts(Resource):
    host = "director.eu.api.mitel.io"

    def one(self, contact_id: str) -> dict:
        answer = self.http.get(self.url(f"2017-09-01/contacts/{contact_id}"))
        answer.raise_for_status()
        return answer.json()


class Customers(Resource):
    host = "crm.example.com"

    def one(self, number: str) -> dict:
        return self.http.get(self.url(f"customers/{number}")).json()
