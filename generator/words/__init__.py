"""Values of the schema -> words for customers: labels, explanations and phrases, in a reader's language."""

from generator.words.phrases import Words
from generator.words.speech import Said, Translator, Untranslated

__all__ = ["Said", "Translator", "Untranslated", "Words"]
