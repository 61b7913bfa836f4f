"""查重 while an application is typed: a strip says what stands against its name."""

from PySide6.QtCore import QObject, QTimer

from qyclient.errors import Refused
from qyclient.organizations.rules.lists import OrgType
from qyclient.organizations.rules.naming import NameCheck, Verdict
from qyclient.organizations.services.naming import check_name
from ui.kit.banner import Banner
from ui.kit.form import Form
from ui.kit.jobs import Jobs
from ui.naming.name_dialog import NameDialog

_PAUSE_MS = 400
_NAME, _SORT = "name", "org_type"
_PEOPLE = ("legal_rep", "matter.applicant")


class NameWatch(QObject):
    """Looks while one types, and opens the whole page on demand."""

    def __init__(self, jobs: Jobs, form: Form, strip: Banner) -> None:
        super().__init__(form)
        self._jobs, self._form, self._strip = jobs, form, strip
        self.check: NameCheck | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._look)
        telling = {_NAME, _SORT, *_PEOPLE}
        form.edited.connect(lambda key: self._pause.start() if key in telling else None)

    def open(self) -> None:
        """Show the whole page."""
        texts = self._form.texts()
        NameDialog(self._jobs, self._form.window(), texts[_NAME], texts.get(_SORT, "")).open()

    def _look(self) -> None:
        texts = self._form.texts()
        if not texts[_NAME].strip():
            self._strip.say("")
            return
        sort = next((s for s in OrgType if s.label == texts.get(_SORT)), None)
        people = [texts[key] for key in _PEOPLE if texts.get(key)]
        self._jobs.read(
            check_name, texts[_NAME], sort, people, then=self._tell, refused=self._unclear
        )

    def _unclear(self, _no: Refused) -> None:
        self._strip.say("")

    def _tell(self, check: NameCheck) -> None:
        self.check = check
        worst = check.findings[0] if check.findings else None
        said = f"名称查重：{check.told}"
        if worst is not None and worst.verdict is not Verdict.NOTE:
            said += f"。{worst.said}"
        tone = "bad" if check.verdict is Verdict.REFUSE else "plain"
        self._strip.say(said, "查看理由…", self.open, tone=tone)
