"""Functions, lambdas and classes. Bodies of functions wait until the code around them is complete."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Optional

import libcst as cst

from .dispatch import EXPRESSIONS, STATEMENTS, lower_block
from .names import nested_nonlocals, scan_expression, scan_names
from .state import UNBOUND, Draft, Env, Loop, Lowering, Scope
from .summary import (
    Arg,
    Bind,
    Block,
    Call,
    Class,
    ClassValue,
    Declared,
    Function,
    FunctionValue,
    Opaque,
    Param,
    Parameter,
    Return,
    Span,
    Statement,
    ValueId,
)

Shadowed = tuple[Env, dict[str, Optional[ValueId]]]
"""What `hidden` was, and what names meant, before type parameters covered them."""

# ------------------------------------------------------------------------------------ functions


def lower_function(low: Lowering, node: cst.FunctionDef, out: list[Statement]) -> None:
    mark = len(low.calls)
    decorators = _lower_decorators(low, node.decorators)
    restore = enter_type_parameters(low, node.type_parameters)
    params, spans = _lower_parameters(low, node.params)
    annotation = lower_annotation(low, node.returns)
    number = low.number_function()
    name_span = low.span(node.name)
    value = low.put(FunctionValue(number), name_span)
    scope = low.scope
    low.drafts.append(
        Draft(
            number=number,
            name=node.name.value,
            qualname=scope.prefix + node.name.value,
            parent=scope.number,
            cls=scope.cls,
            params=params,
            param_spans=spans,
            decorators=decorators,
            annotation=annotation,
            is_async=node.asynchronous is not None,
            body=node.body,
            span=name_span,
            body_span=_definition_span(low, node),
            scope=_open_scope(low, number, node.name.value),
        )
    )
    leave_type_parameters(low, restore)
    _bind_definition(low, node, value, decorators, mark, out)


def lower_lambda(low: Lowering, node: cst.Lambda) -> ValueId:
    params, spans = _lower_parameters(low, node.params)
    number = low.number_function()
    span = low.span(node)
    low.drafts.append(
        Draft(
            number=number,
            name="<lambda>",
            qualname=low.scope.prefix + "<lambda>",
            parent=low.scope.number,
            cls=None,
            params=params,
            param_spans=spans,
            decorators=(),
            annotation=None,
            is_async=False,
            body=node.body,
            span=span,
            body_span=span,
            scope=_open_scope(low, number, "<lambda>"),
        )
    )
    return low.put(FunctionValue(number), span)


def lower_draft(low: Lowering, draft: Draft) -> Block:
    """Lower the body of a function met earlier."""
    scope, body = draft.scope, draft.body
    is_lambda = draft.name == "<lambda>"
    names = (scan_expression if is_lambda else scan_names)(body, low.walruses)
    rebound = nested_nonlocals(body) if low.nonlocals.within(*draft.body_span) else ()
    scope.declare(names, [param.name for param in draft.params], rebound)
    low.enter(scope)
    low.loop, low.live, low.hidden = Loop(), True, {}
    for param, span in zip(draft.params, draft.param_spans, strict=True):
        low.bind(param.name, low.put(Param(draft.number, param.name), span))
    if not is_lambda:
        return lower_block(low, body)
    value = EXPRESSIONS[type(body)](low, body)
    scope.returns.append(value)
    return (Return(value, low.calls_since(0), low.span(body)),)


def finished_function(draft: Draft, body: Block) -> Function:
    scope = draft.scope
    return Function(
        number=draft.number,
        name=draft.name,
        qualname=draft.qualname,
        parent=draft.parent,
        cls=draft.cls,
        params=draft.params,
        decorators=draft.decorators,
        annotation=draft.annotation,
        is_async=draft.is_async,
        body=body,
        bindings=bindings_of(scope),
        returns=tuple(scope.returns),
        yields=tuple(scope.yields),
        calls=tuple(scope.calls),
        span=draft.span,
        body_span=draft.body_span,
    )


def bindings_of(scope: Scope) -> dict[str, tuple[ValueId, ...]]:
    versions: dict[str, dict[ValueId, None]] = {}
    for name, value in scope.trail:
        if value != UNBOUND:
            versions.setdefault(name, {})[value] = None
    return {name: tuple(values) for name, values in versions.items()}


def _open_scope(low: Lowering, number: int, name: str) -> Scope:
    outer = low.scope
    scope = Scope(number, outer, f"{outer.prefix}{name}.<locals>.")
    scope.captures = low.hidden
    return scope


# ----------------------------------------------------------------------------------- parameters


def _lower_parameters(
    low: Lowering, params: cst.Parameters
) -> tuple[tuple[Parameter, ...], tuple[Span, ...]]:
    lowered = []
    spans = []
    for kind, param in _parameters(params):
        default: Optional[ValueId] = None
        if param.default is not None:
            default = EXPRESSIONS[type(param.default)](low, param.default)
        annotation = lower_annotation(low, param.annotation)
        lowered.append(Parameter(param.name.value, kind, default, annotation))
        spans.append(low.span(param.name))
    return tuple(lowered), tuple(spans)


def _parameters(params: cst.Parameters) -> Iterator[tuple[str, cst.Param]]:
    for param in params.posonly_params:
        yield "positional", param
    for param in params.params:
        yield "normal", param
    if isinstance(params.star_arg, cst.Param):
        yield "args", params.star_arg
    for param in params.kwonly_params:
        yield "keyword", param
    if params.star_kwarg is not None:
        yield "kwargs", params.star_kwarg


def lower_annotation(low: Lowering, annotation: Optional[cst.Annotation]) -> Optional[ValueId]:
    if annotation is None:
        return None
    node = annotation.annotation
    return EXPRESSIONS[type(node)](low, node)


def enter_type_parameters(low: Lowering, parameters: Any) -> Optional[Shadowed]:
    """Make `[T: bound]` visible in the header and, as captures, in what is defined there."""
    if parameters is None:
        return None
    outer = low.hidden
    shadowed: dict[str, Optional[ValueId]] = {}
    for parameter in parameters.params:
        variable = parameter.param
        name = variable.name.value
        bound = getattr(variable, "bound", None)
        if bound is None:
            value = low.add(Opaque(), variable.name)
        else:
            value = low.add(Declared(EXPRESSIONS[type(bound)](low, bound)), variable.name)
        shadowed[name] = low.env.get(name)
        low.env[name] = value
        low.hidden = {**low.hidden, name: value}
    return outer, shadowed


def leave_type_parameters(low: Lowering, restore: Optional[Shadowed]) -> None:
    if restore is None:
        return
    low.hidden, shadowed = restore
    for name, value in shadowed.items():
        if value is None:
            low.env.pop(name, None)
        else:
            low.env[name] = value


# ----------------------------------------------------------------------------------- decorators


def _lower_decorators(low: Lowering, decorators: Any) -> tuple[ValueId, ...]:
    return tuple(
        [EXPRESSIONS[type(node.decorator)](low, node.decorator) for node in decorators] if decorators else ()
    )


def _bind_definition(
    low: Lowering, node: Any, value: ValueId, decorators: tuple[ValueId, ...], mark: int, out: list[Statement]
) -> None:
    """Apply the decorators, innermost first, and bind the name to what the outermost one returns."""
    for decorator, decorator_node in zip(reversed(decorators), reversed(node.decorators), strict=True):
        value = low.add(Call(decorator, (Arg(value),)), decorator_node.decorator)
        low.calls.append(value)
    low.bind(node.name.value, value)
    out.append(Bind(((node.name.value, value),), low.calls_since(mark), low.span(node.name)))


def _definition_span(low: Lowering, node: Any) -> Span:
    start, end = low.span(node)
    if node.decorators:
        start = min(start, low.span(node.decorators[0])[0])
    return start, end


# -------------------------------------------------------------------------------------- classes


def lower_class(low: Lowering, node: cst.ClassDef, out: list[Statement]) -> None:
    """The statements of the body come first, in the enclosing block: they run there."""
    mark = len(low.calls)
    number = len(low.classes)
    low.classes.append(None)
    decorators = _lower_decorators(low, node.decorators)
    restore = enter_type_parameters(low, node.type_parameters)
    bases = tuple([EXPRESSIONS[type(arg.value)](low, arg.value) for arg in node.bases])
    keywords = tuple(
        (arg.keyword.value if arg.keyword is not None else "**", EXPRESSIONS[type(arg.value)](low, arg.value))
        for arg in node.keywords
    )
    header_calls = low.calls_since(mark)
    attributes, annotations = _lower_class_body(low, node, number, out)
    leave_type_parameters(low, restore)
    mark = len(low.calls)
    value = low.put(ClassValue(number), low.span(node.name))
    low.classes[number] = Class(
        number=number,
        name=node.name.value,
        qualname=low.scope.prefix + node.name.value,
        parent=low.scope.number,
        bases=bases,
        keywords=keywords,
        decorators=decorators,
        attributes=attributes,
        annotations=annotations,
        span=low.span(node.name),
        body_span=_definition_span(low, node),
    )
    _bind_definition(low, node, value, decorators, mark, out)
    if header_calls:
        bound = out[-1]
        assert isinstance(bound, Bind)
        out[-1] = bound._replace(calls=header_calls + bound.calls)


def _lower_class_body(
    low: Lowering, node: cst.ClassDef, number: int, out: list[Statement]
) -> tuple[Env, dict[str, ValueId]]:
    outer, outer_env, outer_live = low.scope, low.env, low.live
    outer.env = outer_env
    scope = Scope(outer.number, outer, f"{outer.prefix}{node.name.value}.", number)
    scope.declare(scan_names(node.body, low.walruses))
    scope.calls, scope.returns, scope.yields = outer.calls, outer.returns, outer.yields
    low.enter(scope)
    out.extend(lower_block(low, node.body))
    attributes = dict(low.env)
    low.enter(outer)
    low.env, low.live = outer_env, outer_live
    return attributes, scope.annotations


EXPRESSIONS[cst.Lambda] = lower_lambda
STATEMENTS[cst.FunctionDef] = lower_function
STATEMENTS[cst.ClassDef] = lower_class
