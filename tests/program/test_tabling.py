"""Questions that depend on each other in circles: each is answered, alike for whoever asks first."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cl_lint.program.tabling import MAX_DEPTH, MAX_PASSES, Table

Graph = dict[int, tuple[int, ...]]


def reachable(graph: Graph, start: int) -> frozenset[int]:
    """What can be reached from a node, itself included, found the plain way."""
    seen, todo = {start}, [start]
    while todo:
        for node in graph[todo.pop()]:
            if node not in seen:
                seen.add(node)
                todo.append(node)
    return frozenset(seen)


def ask(table: Table, graph: Graph, node: int, counts: dict[int, int]) -> frozenset[int]:
    def work(question: int) -> frozenset[int]:
        counts[question] += 1
        parts = [ask(table, graph, inner, counts) for inner in graph[question]]
        return frozenset({question}).union(*parts)

    answer: frozenset[int] = table.ask(node, work, frozenset())
    return answer


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    size = draw(st.integers(1, 8))
    node = st.integers(0, size - 1)
    return {n: tuple(draw(st.lists(node, max_size=3, unique=True))) for n in range(size)}


@given(graphs())
def test_circles_are_taken_to_their_fixed_point(graph: Graph) -> None:
    table, counts = Table(), dict.fromkeys(graph, 0)
    for node in graph:
        answer = ask(table, graph, node, counts)
        assert answer <= reachable(graph, node)
        if len(graph) <= MAX_PASSES:
            assert answer == reachable(graph, node)


def test_who_asks_first_makes_no_difference() -> None:
    graph: Graph = {0: (1,), 1: (2,), 2: (0, 3), 3: ()}
    for start in graph:
        table, counts = Table(), dict.fromkeys(graph, 0)
        assert ask(table, graph, start, counts) == reachable(graph, start)
        assert {node: ask(table, graph, node, counts) for node in graph} == {
            node: reachable(graph, node) for node in graph
        }


def test_what_is_known_is_not_worked_out_again() -> None:
    graph: Graph = {n: (n + 1, min(n + 2, 20)) for n in range(20)} | {20: ()}
    table, counts = Table(), dict.fromkeys(graph, 0)
    ask(table, graph, 0, counts)
    assert set(counts.values()) == {1}


def test_a_way_too_deep_ends_unknown_and_is_asked_again_from_nearer() -> None:
    length = MAX_DEPTH * 2
    graph: Graph = {n: (n + 1,) for n in range(length)} | {length: ()}
    table, counts = Table(), dict.fromkeys(graph, 0)
    assert length not in ask(table, graph, 0, counts)
    assert length in ask(table, graph, length - 5, counts)


def test_work_without_an_end_of_its_own_is_given_up_on() -> None:
    table = Table()

    def work(question: int) -> tuple[str, ...]:
        return work(question)

    assert table.ask(1, work, (), lambda question: ("unknown",)) == ("unknown",)
    assert table.ask(2, lambda question: ("known",), ()) == ("known",)
