import webview

from web import app

if __name__ == "__main__":
    webview.create_window("Conversations", app)
    webview.start()
