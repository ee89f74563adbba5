NOTIFICATIONS = "https://notifications.api.acme.example/2017-09-01"
CHAT = "https://chat.api.mitel.io/2017-09-01"
