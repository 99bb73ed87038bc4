"""The tag {% promise "R002" %}…{% endpromise %}: a template says which requirement its words meet."""

from __future__ import annotations

from collections.abc import Callable

from jinja2 import nodes
from jinja2.ext import Extension
from jinja2.parser import Parser
from jinja2.runtime import Context
from markupsafe import Markup


class PromiseExtension(Extension):
    """Notes the number in the render's set `promises`, if anything stands between the tags."""

    tags = {"promise"}  # noqa: RUF012  (jinja2 declares it so)

    def parse(self, parser: Parser) -> nodes.Node:
        """Read the numbers and the body."""
        line = next(parser.stream).lineno
        numbers = [parser.parse_expression()]
        while parser.stream.skip_if("comma"):
            numbers.append(parser.parse_expression())
        body = parser.parse_statements(("name:endpromise",), drop_needle=True)
        call = self.call_method("_note", [nodes.ContextReference(), nodes.List(numbers)])
        return nodes.CallBlock(call, [], [], body).set_lineno(line)

    def _note(self, context: Context, numbers: list[str], caller: Callable[[], str]) -> Markup:
        body = caller()
        if body.strip():
            context["promises"].update(numbers)
        return Markup(body)
