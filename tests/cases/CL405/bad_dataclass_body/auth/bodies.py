from dataclasses import asdict, dataclass


@dataclass(slots=True)
class Code:
    code: str
    redirect_uri: str
    grant_type: str = "authorization_code"

    def form(self) -> dict[str, str]:
        return asdict(self)
