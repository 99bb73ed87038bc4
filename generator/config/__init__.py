"""support.yml -> SupportConfig, or every complaint about it at once."""

from __future__ import annotations

from typing import TypeVar

from pydantic import BaseModel, ValidationError

from generator import yamlmap
from generator.config import shape, words
from generator.model import Source
from generator.problems import SourceError, faults
from generator.schema import SupportConfig
from generator.schema.root import disagreements
from generator.yamlmap import YamlMap

M = TypeVar("M", bound=BaseModel)


def read(source: Source) -> SupportConfig:
    """Read the settings; raises SourceError with every fault, in reading order."""
    document = yamlmap.load(source)
    try:
        return validate(SupportConfig, document)
    except SourceError as error:
        found = words.told(disagreements(document.data), document, error.problems)
        raise SourceError(*faults([*error.problems, *found])) from None


def validate(model: type[M], document: YamlMap) -> M:
    """Hold `document` against `model`; raises SourceError with every fault, in reading order."""
    try:
        return model.model_validate(document.data)
    except ValidationError as error:
        found = error.errors(include_url=False)
    raise SourceError(*faults(words.problems(found, shape.shape_of(model), document)))
