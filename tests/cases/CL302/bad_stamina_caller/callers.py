import httpx
import stamina

caller = stamina.RetryingCaller(attempts=8, timeout=None, wait_initial=2, wait_max=10)  # !CL302
reach = caller.on(httpx.TransportError)
