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
    return bool(queue) and any(_taken_from(program, ref, arg.value, queue) for arg in node.args)


def _taken_from(program: Program, ref: Ref, vid: s.ValueId, queue: str) -> bool:
    """Whether a value is made of what was taken from a queue."""
    seen: set[s.ValueId] = set()
    todo = [(vid, DEPTH)]
    while todo:
        current, left = todo.pop()
        if current in seen or not left:
            continue
        seen.add(current)
        node = ref.module.values[current]
        if isinstance(node, s.Element) and program.spell(Ref(ref.module, node.iterable, ref.frame)) == queue:
            return True
        if isinstance(node, s.Call):
            func = ref.module.values[node.func]
            if isinstance(func, s.Attr) and func.name in TAKING:
                if program.spell(Ref(ref.module, func.base, ref.frame)) == queue:
                    return True
        todo += [(child, left - 1) for child in children(node)]
    return False
