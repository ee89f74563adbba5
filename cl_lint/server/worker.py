"""One thread that does the same work whenever it is asked to, for the latest request only."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from functools import partial


class Worker:
    """Calls `work` in a thread of its own after each request. Requests within `delay` seconds of each other
    are one; `work` is given a function that says whether a newer request has come in meanwhile."""

    def __init__(self, work: Callable[[Callable[[], bool]], None], delay: float) -> None:
        self._work = work
        self._delay = delay
        self._change = threading.Condition()
        self._asked = 0  # requests so far
        self._taken = 0  # those that the work was begun for
        self._due = 0.0
        self._stopped = False
        self._thread = threading.Thread(target=self._run, name="analysis", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def request(self) -> None:
        """Have the work done soon."""
        with self._change:
            self._asked += 1
            self._due = time.monotonic() + self._delay
            self._change.notify()

    def stop(self) -> None:
        """Begin no more work, and tell that which is being done that it is out of date."""
        with self._change:
            self._stopped = True
            self._asked += 1
            self._change.notify()

    def _run(self) -> None:
        while True:
            with self._change:
                self._change.wait_for(lambda: self._stopped or self._asked > self._taken)
                while not self._stopped and (left := self._due - time.monotonic()) > 0:
                    self._change.wait(left)
                if self._stopped:
                    return
                taken = self._taken = self._asked
            self._work(partial(self._is_newer_than, taken))

    def _is_newer_than(self, taken: int) -> bool:
        return self._asked != taken
