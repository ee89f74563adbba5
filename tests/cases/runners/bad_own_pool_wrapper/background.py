from concurrent.futures import Future, ThreadPoolExecutor


class Background:
    def __init__(self, workers: int = 4) -> None:
        self._pool = ThreadPoolExecutor(max_workers=workers, thread_name_prefix="cloudlink")

    def start(self, work, *args, **options) -> Future:
        return self._pool.submit(work, *args, **options)
