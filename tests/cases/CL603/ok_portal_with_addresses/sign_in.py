import webbrowser

PORTAL = "https://auth.mitel.io/authorize"


def sign_in(client_id):
    webbrowser.open(f"{PORTAL}?client_id={client_id}")
