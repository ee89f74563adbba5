# case: kind=unknown level=self-assessed
# expects: CL403
import httpx
import toga

BODY = {"account_id": "4711"}


async def token(client_id: str, client_secret: str) -> str:
    body = dict(BODY)
    body.update(grant_type="client_credentials", client_id=client_id, client_secret=client_secret)
    async with httpx.AsyncClient(base_url="https://authentication.api.mitel.io") as http:
        answer = await http.post("/2017-09-01/token", data=body)  # !CL403
        answer.raise_for_status()
        return answer.json()["access_token"]


class Phone(toga.App):
    def startup(self) -> None:
        self.main_window = toga.MainWindow()
        self.main_window.show()

    async def on_running(self) -> None:
        self.token = await token("phone", self.paths.config.joinpath("secret").read_text())
