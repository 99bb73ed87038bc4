"""Draft -> whole site on disk, by MkDocs and Material: the only room, with `plugin`, that knows them."""

import os

# Read when Material is first imported; the notice is for people who run MkDocs themselves.
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from generator.engine.build import build
from generator.engine.clean import harm
from generator.engine.hooks import Hooks
from generator.engine.preview import serve
from generator.engine.words import WORDS

__all__ = ["WORDS", "Hooks", "build", "harm", "serve"]
