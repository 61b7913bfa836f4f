"""保存 and 取消, the foot of every dialog that fills in a record."""

from PySide6.QtWidgets import QDialogButtonBox, QPushButton, QWidget

_SAVE, _SAVING = "保存 (Ctrl+S)", "正在保存…"


class SaveButtons(QDialogButtonBox):
    """`accepted` and `rejected` are what was pressed; Enter presses neither: it goes on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.save = QPushButton(_SAVE)
        self.save.setObjectName("save")
        self.save.setProperty("role", "primary")
        leave = QPushButton("取消")
        for button, role in (
            (self.save, QDialogButtonBox.ButtonRole.AcceptRole),
            (leave, QDialogButtonBox.ButtonRole.RejectRole),
        ):
            button.setAutoDefault(False)
            self.addButton(button, role)

    def wait(self, saving: bool) -> None:
        """Keep hands off while it is saved."""
        self.setEnabled(not saving)
        self.save.setText(_SAVING if saving else _SAVE)
