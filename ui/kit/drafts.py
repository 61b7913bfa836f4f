"""What is being typed survives a crash: kept every few seconds, offered at the next opening."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer

from ui.kit.banner import Banner
from ui.kit.jobs import Jobs

_PAUSE_MS = 3000


class Drafts(QObject):
    """The draft of one form. `now` returns what is worth keeping, `put` shows what was kept."""

    def __init__(
        self,
        jobs: Jobs,
        name: str,
        now: Callable[[], Mapping[str, str]],
        put: Callable[[Mapping[str, str]], None],
        banner: Banner,
    ) -> None:
        super().__init__(banner)
        self._jobs, self._name, self._now, self._put, self._banner = jobs, name, now, put, banner
        self._kept = False
        self.pause = QTimer(self)
        self.pause.setSingleShot(True)
        self.pause.setInterval(_PAUSE_MS)
        self.pause.timeout.connect(self.keep)

    def begin(self) -> None:
        """Ask for what was left the last time."""
        if self._jobs.keeping is not None:
            self._jobs.read(self._jobs.keeping.draft_of, self._name, then=self._offer)

    def touch(self) -> None:
        """Take note that something was typed."""
        if not self.pause.isActive():
            self.pause.start()

    def keep(self) -> None:
        """Keep what stands in the form now; forget it if that is nothing."""
        texts = dict(self._now())
        if not texts:
            self.drop()
        elif self._jobs.keeping is not None:
            self._kept = True
            self._jobs.write(self._jobs.keeping.keep_draft, self._name, texts)

    def drop(self) -> None:
        """Forget the draft: it was saved, or left on purpose."""
        self.pause.stop()
        if self._kept and self._jobs.keeping is not None:
            self._kept = False
            self._jobs.write(self._jobs.keeping.drop_draft, self._name)

    def _offer(self, texts: Mapping[str, str] | None) -> None:
        if texts:
            said = "上次填写到一半，没有保存。要接着填吗？"
            self._banner.say(said, "恢复", lambda: self._restore(texts), tone="plain")
            self._banner.offer_other("丢弃", self._discard)

    def _restore(self, texts: Mapping[str, str]) -> None:
        self._banner.say("")
        self._kept = True
        self._put(texts)

    def _discard(self) -> None:
        self._banner.say("")
        self._kept = True
        self.drop()
