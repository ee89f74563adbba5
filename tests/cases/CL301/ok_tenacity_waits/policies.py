from datetime import timedelta

import httpx
from tenacity import (
    retry,
    retry_if_exception_type,
    stop_after_attempt,
    wait_chain,
    wait_combine,
    wait_exponential,
    wait_exponential_jitter,
    wait_fixed,
    wait_incrementing,
    wait_random,
)

UNREACHABLE = retry_if_exception_type(httpx.TransportError)

gentle = retry(retry=UNREACHABLE, stop=stop_after_attempt(4), wait=wait_fixed(timedelta(seconds=2)))
growing = retry(retry=UNREACHABLE, stop=stop_after_attempt(6), wait=wait_incrementing(start=2, increment=3))
# 1 + 1 at the least
mixed = retry(
    retry=UNREACHABLE, stop=stop_after_attempt(3), wait=wait_combine(wait_fixed(1), wait_random(1, 2))
)
# the jitter only adds to 2, 4, 8
jittered = retry(retry=UNREACHABLE, stop=stop_after_attempt(4), wait=wait_exponential_jitter(initial=2))
# min wins: 4, 4, 4, 8
floored = retry(
    retry=UNREACHABLE, stop=stop_after_attempt(5), wait=wait_exponential(multiplier=1, min=4, max=10)
)
chained = retry(
    retry=UNREACHABLE,
    stop=stop_after_attempt(5),
    wait=wait_chain(*[wait_fixed(3) for _ in range(3)], wait_fixed(9)),
)
