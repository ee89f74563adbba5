import os
import sys

from PySide6.QtWidgets import QApplication, QLabel

from oauth import token

CRM = "https://login.crm.example/services/oauth2/token"
CLOUDLINK = "https://authentication.api.mitel.io/2017-09-01/token"


def tokens(code: str) -> tuple[str, str]:
    crm = token(
        CRM,
        grant_type="client_credentials",
        client_id=os.environ["CRM_ID"],
        client_secret=os.environ["CRM_SECRET"],
    )
    cloudlink = token(
        CLOUDLINK, grant_type="authorization_code", code=code, client_id=os.environ["CLOUDLINK_CLIENT_ID"]
    )
    return crm, cloudlink


if __name__ == "__main__":
    qt = QApplication(sys.argv)
    label = QLabel(str(len(tokens(sys.argv[1]))))
    label.show()
    sys.exit(qt.exec())
