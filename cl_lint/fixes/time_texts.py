"""Texts of times: which expressions only form a text, and what makes that text ISO 8601 in UTC."""

from __future__ import annotations

import re
from datetime import timezone

import libcst as cst

from cl_lint.concepts.timestamps import shapes
from cl_lint.fixes.model import Change
from cl_lint.fixes.names import Names
from cl_lint.fixes.source import Source

DATE_AND_TIME = "%Y-%m-%dT%H:%M:%S"
_DIRECTIVE = re.compile(r"%[-#_^0]?:?[A-Za-z%]")
_TIMES = re.compile(r"%[-#_^0]?[HIMSfpcXrRT]")
_ZONE = re.compile(r"(?:%z|%Z|Z|\+00:?00|\s?\(?(?:UTC|GMT)\)?)(?![A-Za-z])")
_ISO = re.compile(r"%Y-%m-%dT%H:%M(:%S(?:\.%f)?)?|%FT%T|%Y%m%dT%H%M(%S)?|%Y-%m-%dT%T")
_LETTERS = re.compile(r"[A-Za-z]")
_STRING = re.compile(r"(?P<prefix>[A-Za-z]*)(?P<quote>\"\"\"|'''|\"|')(?P<body>.*)(?P=quote)\Z", re.DOTALL)


def iso_format(form: str, following: str = "") -> str | None:
    """The strftime format that says in ISO 8601 what `form` says in another way, with a designator of UTC
    unless one is `following`; None where the words in `form` leave no way. A bare date stays as it is."""
    directives = [each for each in _DIRECTIVE.finditer(form) if each[0] != "%%"]
    if not any(_TIMES.match(each[0]) for each in directives) or _is_iso(form, following):
        return form
    start, end = directives[0].start(), directives[-1].end()
    zone = _ZONE.match(form, end)
    if zone is not None:
        end = zone.end()
    inside = _ZONE.sub("", _DIRECTIVE.sub("", form[start:end]))
    if any(letters not in ("T", "Z") for letters in _LETTERS.findall(inside)):
        return None
    known = _ISO.match(form, start)
    body = known[0] if known is not None else DATE_AND_TIME
    if known is None and "%f" in form[start:end]:
        body += ".%f"
    designated = re.match(r"Z(?![A-Za-z\d])|\+00:?00", form[end:] + following)
    made = form[:start] + body + ("" if designated else "Z") + form[end:]
    return made if _is_iso(made, following) else None


def _is_iso(form: str, following: str) -> bool:
    return shapes.is_iso(shapes.strftime(form, timezone.utc) + following)


class TimeTexts:
    """What becomes of times in one file."""

    def __init__(self, source: Source, names: Names) -> None:
        self._source = source
        self._names = names

    def formed(self, value: cst.CSTNode) -> list[Change] | None:
        """The changes that let a use of a time form ISO 8601, if all that the use does is to form a text;
        None where it does anything else. `value` is the expression whose value is an aware time in UTC."""
        parent = self._source.parent(value)
        if isinstance(parent, cst.Attribute) and parent.value is value:
            call = self._source.parent(parent)
            if isinstance(call, cst.Call) and call.func is parent:
                return self.of_method(call, parent.attr.value)
            return None
        if isinstance(parent, cst.FormattedStringExpression) and parent.expression is value:
            return self.of_field(parent)
        if isinstance(parent, cst.Arg) and parent.keyword is None and not parent.star:
            call = self._source.parent(parent)
            if isinstance(call, cst.Call) and self._names.qualified(call.func) == "builtins.str":
                return [] if len(call.args) == 1 else None
        return None

    def of_method(self, call: cst.Call, name: str) -> list[Change] | None:
        """The same for `time.name(…)`."""
        if name == "isoformat":
            return [*self._separator(call), *self._false_designator(call)]
        if name == "ctime" and not call.args:
            return [self._named(call, "isoformat")]
        if name == "strftime" and len(call.args) == 1:
            return self.of_literal(call.args[0].value, call)
        return None

    def of_literal(self, form: cst.CSTNode, call: cst.CSTNode) -> list[Change] | None:
        """A strftime format that is written as a literal, in a call that forms the text."""
        if not isinstance(form, cst.SimpleString):
            return None
        shape = _STRING.match(form.value)
        if shape is None or "\\" in shape["body"] or "b" in shape["prefix"].lower():
            return None
        text = iso_format(shape["body"], self.following(call))
        if text is None:
            return None
        if text == shape["body"]:
            return []
        return [self._source.replaced(form, f"{shape['prefix']}{shape['quote']}{text}{shape['quote']}")]

    def of_field(self, field: cst.FormattedStringExpression) -> list[Change] | None:
        """`{time:%d.%m.%Y}` in an f-string."""
        if field.conversion is not None or field.equal is not None:
            return None
        spec = field.format_spec
        if not spec:
            end = self._source.span(field.expression)[1]
            return [Change(end, end, ".isoformat()")] if not field.expression.lpar else None
        if len(spec) != 1 or not isinstance(spec[0], cst.FormattedStringText):
            return None
        text = iso_format(spec[0].value, self._behind(field))
        if text is None or "\\" in spec[0].value:
            return None
        return [self._source.replaced(spec[0], text)] if text != spec[0].value else []

    # -- what stands around

    def following(self, node: cst.CSTNode) -> str:
        """The constant text right behind an expression, in a sum or an f-string."""
        parent = self._source.parent(node)
        if isinstance(parent, cst.BinaryOperation) and parent.left is node:
            right = parent.right
            if isinstance(parent.operator, cst.Add) and isinstance(right, cst.SimpleString):
                value = right.evaluated_value
                return value if isinstance(value, str) else ""
        if isinstance(parent, cst.FormattedStringExpression):
            return self._behind(parent)
        return ""

    def _behind(self, field: cst.FormattedStringExpression) -> str:
        text = self._text_behind(field)
        return text.value if text is not None else ""

    def _text_behind(self, field: cst.CSTNode) -> cst.FormattedStringText | None:
        whole = self._source.parent(field)
        if not isinstance(whole, cst.FormattedString):
            return None
        parts = list(whole.parts)
        index = next(number for number, part in enumerate(parts) if part is field)
        behind = parts[index + 1] if index + 1 < len(parts) else None
        return behind if isinstance(behind, cst.FormattedStringText) else None

    def _false_designator(self, call: cst.Call) -> list[Change]:
        """A `Z` behind `isoformat()`, which writes `+00:00` itself."""
        if not self.following(call).startswith("Z"):
            return []
        parent = self._source.parent(call)
        if isinstance(parent, cst.FormattedStringExpression):
            text = self._text_behind(parent)
            if text is None:
                return []
            start = self._source.span(text)[0]
            return [Change(start, start + 1, "")]
        if isinstance(parent, cst.BinaryOperation) and self.following(call) == "Z":
            if call.lpar or parent.right.lpar:
                return []
            start, end = self._source.span(call)[1], self._source.span(parent.right)[1]
            between = self._source.text[start:end]
            return [Change(start, end, "")] if "#" not in between and "\\" not in between else []
        return []

    def _separator(self, call: cst.Call) -> list[Change]:
        """`sep=" "` of `isoformat` goes."""
        args = list(call.args)
        for number, arg in enumerate(args):
            named = arg.keyword.value if arg.keyword is not None else ("sep" if number == 0 else "")
            if named == "sep" and not arg.star and isinstance(arg.value, cst.SimpleString):
                if arg.value.evaluated_value == "T":
                    return []
                if number == 0 and len(args) > 1 and args[1].keyword is None:
                    return [self._source.replaced(arg.value, '"T"')]
                return [self.without(call, number)]
        return []

    def without(self, call: cst.Call, number: int) -> Change:
        """An argument and its comma are removed."""
        args = list(call.args)
        start, end = self._source.span(args[number])
        if number + 1 < len(args):
            return Change(start, self._source.span(args[number + 1])[0], "")
        if number > 0:
            return Change(self._source.span(args[number - 1])[1], end, "")
        return Change(start, end, "")

    def _named(self, call: cst.Call, name: str) -> Change:
        assert isinstance(call.func, cst.Attribute)
        return self._source.replaced(call.func.attr, name)
