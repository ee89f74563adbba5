"""The thread in which the analysis runs."""

from __future__ import annotations

import threading
from collections.abc import Callable

from cl_lint.server.worker import Worker

LONGEST = 30.0  # seconds until a test gives up


def test_requests_at_once_are_one():
    done = threading.Semaphore(0)
    runs: list[bool] = []

    def work(stale: Callable[[], bool]) -> None:
        runs.append(stale())
        done.release()

    worker = Worker(work, 0.1)
    for _ in range(50):
        worker.request()
    worker.start()
    assert done.acquire(timeout=LONGEST)
    worker.request()
    assert done.acquire(timeout=LONGEST)
    worker.stop()
    assert runs == [False, False]


def test_a_newer_request_makes_a_run_stale_and_is_served_after_it():
    begun, go_on, done = threading.Event(), threading.Event(), threading.Event()
    seen: list[bool] = []

    def work(stale: Callable[[], bool]) -> None:
        if not begun.is_set():
            begun.set()
            assert go_on.wait(LONGEST)
            seen.append(stale())
        else:
            seen.append(stale())
            done.set()

    worker = Worker(work, 0.0)
    worker.start()
    worker.request()
    assert begun.wait(LONGEST)
    worker.request()
    go_on.set()
    assert done.wait(LONGEST)
    worker.stop()
    assert seen == [True, False]


def test_a_run_is_stale_once_the_worker_is_stopped():
    begun, stopped, told = threading.Event(), threading.Event(), threading.Event()

    def work(stale: Callable[[], bool]) -> None:
        begun.set()
        assert stopped.wait(LONGEST)
        if stale():
            told.set()

    worker = Worker(work, 0.0)
    worker.start()
    worker.request()
    assert begun.wait(LONGEST)
    worker.stop()
    stopped.set()
    assert told.wait(LONGEST)
