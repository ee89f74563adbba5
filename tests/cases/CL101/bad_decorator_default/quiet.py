import functools


def default_on_error(value=None):
    """Use as @default_on_error([]) on functions that feed an optional part of the page."""

    def decorate(func):
        @functools.wraps(func)
        def call(*args, **kwargs):
            try:
                return func(*args, **kwargs)
            except Exception:  # !CL101
                return value

        return call

    return decorate
