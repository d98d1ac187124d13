"""Which part of the city somebody means: its name or what else it is called, in any script, with typos and endings."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from bot.content.catalogue import District
from nlu.normalise import words

LONGEST_NAME = 3
"""Words."""
MOST_WORDS = 12
"""In a longer text a district is not looked for: it is about something else."""
SHORTEST_FUZZY = 6
"""Letters. Shorter names must be written as they are: their neighbours are words of their own."""
ALIKE = 0.84


def district_named(text: str, districts: Sequence[District]) -> District | None:
    """The district a text names, or None. One that is named exactly goes before one that is nearly named."""
    written = words(text[:200])
    if not written or len(written) > MOST_WORDS:
        return None
    heard = set(_runs(written))
    best, likeness = None, 0.0
    for district in districts:
        for name in _names(district):
            if name in heard:
                return district
            if len(name) < SHORTEST_FUZZY:
                continue
            matcher = SequenceMatcher(b=name, autojunk=False)
            for run in heard:
                if abs(len(run) - len(name)) > 3:
                    continue
                matcher.set_seq1(run)
                if matcher.real_quick_ratio() > likeness and (found := matcher.ratio()) > likeness:
                    best, likeness = district, found
    return best if likeness >= ALIKE else None


@lru_cache(maxsize=1000)
def _names(district: District) -> frozenset[str]:
    return frozenset(" ".join(words(name)) for name in (district.name, *district.also))


def _runs(written: Sequence[str]) -> Iterator[str]:
    """All runs of words as long as a name may be, joined with blanks."""
    for length in range(1, LONGEST_NAME + 1):
        for start in range(len(written) - length + 1):
            yield " ".join(written[start : start + length])
