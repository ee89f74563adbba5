import httpx
import stamina

caller = stamina.RetryingCaller(attempts=6, timeout=None, wait_initial=2, wait_max=10)
reach = caller.on(httpx.TransportError)
