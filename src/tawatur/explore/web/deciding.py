"""Takes reviewers' decisions down and lets them shape the case, one joining at a time."""

import threading
import time
from typing import Any

from tawatur.building.build import Summary, join_case
from tawatur.casefile.case import Case
from tawatur.casefile.judgements.records import Judgement
from tawatur.casefile.judgements.storing import judge, undo
from tawatur.casefile.storage import kept_whole, sole_writer
from tawatur.errors import CaseBusy, TawaturError
from tawatur.explore.web.keeping import Kept

PATIENCE = 20.0  # seconds that a page waits for the joining; a larger case shows its earlier stand meanwhile


class Desk:
    """Where decisions are handed in. A decision is stored at once; the case follows as fast as it can be joined."""

    def __init__(self, case: Case, kept: Kept) -> None:
        """A desk for an open case."""
        self._case, self._kept = case, kept
        self._turn = threading.Condition()
        self._wanted = self._joined = 0
        self._at_work = False
        self.fault: str | None = None

    @property
    def pending(self) -> bool:
        """Whether decisions are stored that the pages do not show yet."""
        return self._joined < self._wanted

    def decide(
        self, *, action: str, target: str, reviewer: str, reason: str = "", value: dict[str, Any] | None = None
    ) -> Judgement:
        """Takes a decision down and waits a while for the case to follow. Raises JudgementError, CaseUnwritable."""
        engine = self._case.engine
        with kept_whole(self._case.name):
            if action == "undo":
                made = undo(engine, target, reviewer=reviewer, reason=reason)
            else:
                made = judge(engine, action=action, target=target, reviewer=reviewer, reason=reason, value=value)
        self._follow()
        return made

    def _follow(self) -> None:
        with self._turn:
            self._wanted += 1
            goal = self._wanted
            if not self._at_work:
                self._at_work = True
                threading.Thread(target=self._work, name="tawatur-joining", daemon=True).start()
            self._turn.wait_for(lambda: self._joined >= goal, timeout=PATIENCE)

    def _work(self) -> None:
        while True:
            with self._turn:
                goal = self._wanted
                if self._joined >= goal:
                    self._at_work = False
                    return
            try:
                self._join()
                self.fault = None
            except CaseBusy:  # a build is at work: its own joining may have begun without this decision
                time.sleep(0.5)
                continue
            except TawaturError as error:
                self.fault = str(error)
            with self._turn:
                self._joined = goal
                self._turn.notify_all()

    def _join(self) -> None:
        with sole_writer(self._case.name), kept_whole(self._case.name):
            join_case(self._case.engine, Summary(case=self._case.name), lambda _stage, _number: None)
        self._kept.forget()
