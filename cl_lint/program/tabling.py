"""Tabling: questions that may depend on each other, in circles too, each answered once.

A question asked again while its answer is being worked out gets what is known of it so far: at first
nothing. The questions on such a circle are worked out anew until the answers stay the same, and only then
remembered for good; until then they are drafts, so that nobody works them out twice in one pass. (The scheme
is that of tabled logic programs: strongly connected components found as in Tarjan's algorithm, each taken
to its least fixed point.)
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Any

MAX_PASSES = 4
"""Passes over one circle of questions; answers that still change then stay as they are."""
MAX_DEPTH = 90
"""Questions asked on the way to one answer."""
MAX_WORK = 20_000
"""Questions worked out for one that nobody else asked; the rest stays unknown."""
ALL_WORK = 400_000
"""Questions worked out in all; beyond, each gets a hundredth of the work, and whatever comes of it is
remembered, so that nothing is asked twice."""
COMPLETE = 1 << 30

Question = Hashable


class Table:
    """Questions and their answers.

    An answer is complete when it depends on no question further up; `lowest` is the depth of the highest one
    that it does depend on, -1 when it lacks something for another reason (a bound was hit).
    """

    def __init__(self) -> None:
        self.known: dict[Any, Any] = {}
        """Complete answers: the fast way is to look here first."""
        self._active: dict[Any, int] = {}
        self._drafts: dict[Any, tuple[Any, int]] = {}
        self._trail: list[Any] = []
        self._last: dict[Any, Any] = {}
        self._cut: set[Any] = set()
        self._lowest = COMPLETE
        self._work = 0
        self._spent = 0
        self._settling = False

    @property
    def hurried(self) -> bool:
        """Whether so much work was done that answers are cut short."""
        return self._spent > ALL_WORK

    def incomplete(self) -> None:
        """Says that the answer being worked out lacks something for a reason of its own."""
        self._lowest = -1

    def ask(self, question: Any, work: Callable[[Any], Any], least: Any, unknown: Any = None) -> Any:
        """The answer to a question: what `work(question)` gives.

        `least` is the answer while nothing is known of it, `unknown` makes the one given up on.
        """
        answer = self.known.get(question)
        if answer is not None:
            return answer
        draft = self._drafts.get(question)
        if draft is not None:
            if draft[1] < self._lowest:
                self._lowest = draft[1]
            return draft[0]
        depth = self._active.get(question)
        if depth is not None:
            if depth < self._lowest:
                self._lowest = depth
            self._cut.add(question)
            return self._last.get(question, least)
        depth = len(self._active)
        if self._may_work(depth):
            try:
                return self._answer(question, work, least, depth)
            except RecursionError:
                pass  # values nested too deeply to be compared: given up on, as where there is too much work
        self._lowest = -1
        last = self._last.get(question)
        return last if last is not None else unknown(question) if unknown is not None else least

    def settle(self, question: Any, work: Callable[[Any], Any], least: Any) -> Any:
        """The answer to a question on which most others rest: remembered whatever comes of it, and each
        question that it asks may take as much work as one that nobody asked."""
        if self._active:
            return self.ask(question, work, least)
        self._settling = True
        try:
            answer = self.ask(question, work, least)
        finally:
            self._settling = False
        self.known[question] = answer
        return answer

    def _may_work(self, depth: int) -> bool:
        if depth <= self._settling:
            self._spent += self._work
            self._work = 0
        self._work += 1
        return depth <= MAX_DEPTH and self._work <= (MAX_WORK // 100 if self.hurried else MAX_WORK)

    def _answer(self, question: Any, work: Callable[[Any], Any], least: Any, depth: int) -> Any:
        outer, self._lowest = self._lowest, COMPLETE
        mark = len(self._trail)
        self._active[question] = depth
        passes = 0
        try:
            while True:
                answer = work(question)
                passes += 1
                if (
                    self._lowest < depth
                    or passes >= MAX_PASSES
                    or not self._moved(question, answer, least, mark)
                ):
                    break
                self._again(question, answer, mark)
        except BaseException:
            for asked in self._trail[mark:]:
                self._drafts.pop(asked, None)
            del self._trail[mark:]
            raise
        finally:
            del self._active[question]
        if self._lowest >= depth or (not depth and self.hurried):
            self._remember(question, answer, mark)
            self._lowest = outer
        elif depth:
            self._drafts[question] = answer, self._lowest
            self._trail.append(question)
            self._lowest = min(outer, self._lowest)
        else:
            self._forget()
            self._lowest = outer
        return answer

    def _moved(self, question: Any, answer: Any, least: Any, mark: int) -> bool:
        """Whether an answer on the circle differs from what was given for it where it was cut."""
        if not self._cut:
            return False
        if question in self._cut and not _same(answer, self._last.get(question, least)):
            return True
        for asked in self._trail[mark:]:
            if asked in self._cut:
                now = self._drafts[asked][0]
                if not _same(now, self._last[asked]) if asked in self._last else bool(now):
                    return True
        return False

    def _again(self, question: Any, answer: Any, mark: int) -> None:
        self._last[question] = answer
        for asked in self._trail[mark:]:
            self._last[asked] = self._drafts.pop(asked)[0]
        del self._trail[mark:]
        self._lowest = COMPLETE

    def _remember(self, question: Any, answer: Any, mark: int) -> None:
        self.known[question] = answer
        for asked in self._trail[mark:]:
            self.known[asked] = self._drafts.pop(asked)[0]
        del self._trail[mark:]
        if not self._active:
            self._last.clear()
            self._cut.clear()

    def _forget(self) -> None:
        self._drafts.clear()
        self._trail.clear()
        self._last.clear()
        self._cut.clear()


def _same(one: Any, other: Any) -> bool:
    if one == other:
        return True
    if isinstance(one, (tuple, list)) and isinstance(other, (tuple, list)):
        return set(one) == set(other)
    return False
