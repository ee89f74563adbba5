# case: kind=server level=certified
# expects: CL402
from authlib.integrations.requests_client import OAuth2Session


def connect(client_id, name, password):
    session = OAuth2Session(client_id, token_endpoint_auth_method="client_secret_post")
    session.fetch_token(  # !CL402
        "https://authentication.api.mitel.io/2017-09-01/token", username=name, password=password
    )
    return session
