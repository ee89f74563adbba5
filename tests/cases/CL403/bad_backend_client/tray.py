import sys

from PyQt6.QtWidgets import QApplication, QSystemTrayIcon

from link import Link


class Tray(QSystemTrayIcon):
    def __init__(self, link: Link) -> None:
        super().__init__()
        self.session = link.open()
        self.setToolTip("online")


def main() -> int:
    qt = QApplication(sys.argv)
    tray = Tray(Link(sys.argv[1], sys.argv[2]))
    tray.show()
    return qt.exec()
