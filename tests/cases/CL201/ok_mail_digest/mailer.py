import smtplib
from datetime import datetime
from email.message import EmailMessage
from email.utils import formatdate


def send(host: str, to: str, lines: list[str]) -> None:
    message = EmailMessage()
    message["To"] = to
    message["Subject"] = f"Your contacts, {datetime.now().strftime('%d %B, %H:%M')}"
    message["Date"] = formatdate(localtime=True)
    message.set_content("\n".join(lines))
    with smtplib.SMTP(host) as smtp:
        smtp.send_message(message)
