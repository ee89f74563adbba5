import os

TRANSPORT = os.environ.get("NOTIFY_TRANSPORT", "webhook")
HOOK = os.environ.get("NOTIFY_HOOK", "https://bridge.example.com/hook")
