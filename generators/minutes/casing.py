"""Words printed in capitals, as the document writes them elsewhere."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from generators.minutes.document import Line

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
SMALL = frozenset(
    ["a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "via", "with"]
)
VOWEL = re.compile(r"[AEIOUY]", re.I)


@dataclass(frozen=True)
class Vocabulary:
    """How a document writes its words where it does not set them in capitals."""

    forms: dict[str, str]

    @classmethod
    def of(cls, lines: Iterable[Line]) -> "Vocabulary":
        """The form of each word that occurs most often."""
        counted: dict[str, Counter[str]] = {}
        for line in lines:
            if not _is_capitals(line.text, 0.35):
                for word in WORD.findall(line.text):
                    counted.setdefault(word.casefold(), Counter())[word] += 1
        return cls({word: min(forms, key=lambda form: (-forms[form], form)) for word, forms in counted.items()})

    def sentence(self, text: str) -> str:
        """A title in capitals as a sentence begins; any other text as it is."""
        if not _is_capitals(text):
            return text
        words = WORD.sub(lambda found: self._form(found[0]), text)
        return words[:1].upper() + words[1:]

    def named(self, text: str) -> str:
        """A name or an office in capitals, each word beginning with one; any other text as it is."""
        if not _is_capitals(text):
            return text
        words = WORD.sub(lambda found: self._capital(found[0]), text)
        return words[:1].upper() + words[1:]

    def _form(self, word: str) -> str:
        known = self.forms.get(word.casefold())
        if known is not None:
            return known
        if word.casefold() in SMALL:
            return word.lower()
        return word if (len(word) <= 4 and not VOWEL.search(word)) or len(word) <= 2 else word.lower()

    def _capital(self, word: str) -> str:
        known = self.forms.get(word.casefold(), "")
        if word.casefold() in SMALL:
            return word.lower()
        if (known.isupper() and len(known) > 1) or (
            not known and len(word) <= 4 and (not VOWEL.search(word) or word in ("OPCC", "OPFCC", "ACC", "DCC", "ACO"))
        ):
            return word
        return word.capitalize()


def _is_capitals(text: str, share: float = 0.8) -> bool:
    letters = [sign for sign in text if sign.isalpha()]
    return len(letters) > 4 and sum(sign.isupper() for sign in letters) > share * len(letters)
