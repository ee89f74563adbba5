import httpx

import policies

ADMIN = "https://admin.api.mitel.io/2017-09-01"


class Admin:
    def __init__(self, http: httpx.Client) -> None:
        self.http = http

    @policies.gentle
    def account(self, account_id: str) -> dict:
        return self.http.get(f"{ADMIN}/accounts/{account_id}").raise_for_status().json()

    @policies.growing
    def users(self, account_id: str) -> dict:
        return self.http.get(f"{ADMIN}/accounts/{account_id}/users").raise_for_status().json()

    @policies.mixed
    def clients(self, account_id: str) -> dict:
        return self.http.get(f"{ADMIN}/accounts/{account_id}/clients").raise_for_status().json()

    @policies.jittered
    def contacts(self) -> dict:
        return self.http.get(f"{ADMIN}/contacts").raise_for_status().json()

    @policies.floored
    def user(self, user_id: str) -> dict:
        return self.http.get(f"{ADMIN}/users/{user_id}").raise_for_status().json()

    @policies.chained
    def sites(self, account_id: str) -> dict:
        return self.http.get(f"{ADMIN}/accounts/{account_id}/sites").raise_for_status().json()
