from jose import jwt


class CloudLinkUser:
    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        access_token = request.session.get("cloudlink_access_token")
        if access_token:
            request.cl_user = jwt.get_unverified_claims(access_token)["sub"]  # !CL401
        return self.get_response(request)
