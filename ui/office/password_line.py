"""A line for a password, and what is said beside it."""

from PySide6.QtWidgets import QLabel, QLineEdit


class PasswordLine(QLineEdit):
    """Shows dots; is found by its key and its name."""

    def __init__(self, key: str, name: str) -> None:
        super().__init__()
        self.setObjectName(key)
        self.setAccessibleName(name)
        self.setEchoMode(QLineEdit.EchoMode.Password)


class Problem(QLabel):
    """Why it was not accepted; empty as long as nothing was tried."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "problem")
        self.setWordWrap(True)
