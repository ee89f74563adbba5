import jwt

JWKS = "https://authentication.api.mitel.io/2017-09-01/.well-known/jwks.json"
_client = jwt.PyJWKClient(JWKS, cache_keys=True)


def signing_key(raw: str):
    return _client.get_signing_key_from_jwt(raw).key  # !CL401
