from functools import wraps


def guarded(method):
    @wraps(method)
    def call(self, *args):
        try:
            return method(self, *args)
        except Exception as e:
            print(f"{method.__name__}: {e}")  # !CL106
            self.status.set(f"{method.__name__} failed")

    return call
