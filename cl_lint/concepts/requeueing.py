"""Work that goes back to the queue it came from: the error is met again at the next try."""

from __future__ import annotations

from ..program import Program, Ref
from ..syntax import summary as s
from ..syntax.traverse import children

PUTTING = frozenset("put put_nowait append appendleft insert push lpush rpush".split())
TAKING = frozenset("get get_nowait pop popleft lpop rpop blpop brpop".split())
DEPTH = 10


def queued_again(program: Program, ref: Ref) -> bool:
    """Whether a call puts what was taken from a queue, or something made of it, back into that queue:
    `queue.put(replace(job, attempt=job.attempt + 1))` where `job = queue.get()`."""
    node = ref.module.values[ref.vid]
    func = ref.module.values[node.func] if isinstance(node, s.Call) else None
    if not isinstance(node, s.Call) or not isinstance(func, s.Attr) or func.name not in PUTTING:
        return False
    queue = program.spell(Ref(ref.module, func.base, ref.frame))
    return bool(queue) and any(
        _taken_from(program, Ref(ref.module, arg.value, ref.frame), queue) for arg in node.args
    )


def _taken_from(program: Program, given: Ref, queue: str) -> bool:
    """Whether a value is made of what was taken from a queue, here or by a caller."""
    seen: set[Ref] = set()
    todo = [(given, DEPTH)]
    while todo:
        ref, left = todo.pop()
        if ref in seen or not left:
            continue
        seen.add(ref)
        node = ref.module.values[ref.vid]
        if isinstance(node, s.Attr) and node.name in TAKING:
            if program.spell(Ref(ref.module, node.base, ref.frame)) == queue:
                return True
        if isinstance(node, s.Element) and program.spell(Ref(ref.module, node.iterable, ref.frame)) == queue:
            return True
        if isinstance(node, s.Param) and node.function == ref.frame.function.number:
            frames = [ref.frame] if ref.frame.call is not None else program.callers(ref.frame.function)
            for frame in frames:
                found = program.bound(frame).parameters.get(node.name, [])
                todo += [(value, left - 1) for value in found if isinstance(value, Ref)]
        todo += [(Ref(ref.module, child, ref.frame), left - 1) for child in children(node)]
    return False
