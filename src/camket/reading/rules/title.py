"""Titles: where the name of a project or plan ends, word by word from its head noun."""

import re
from typing import NamedTuple

from camket.reading.lexing.patterns import any_of
from camket.reading.scan import Scan
from camket.vocabulary.folding import fold
from camket.vocabulary.period import Period
from camket.vocabulary.titles import TitleWords

_WORD = re.compile(r"[^\W_]{1,40}(?:[./&-][^\W_]{1,40}){0,6}")
_GAP = re.compile(r" {0,4}(?:\n(?=[a-zđà-ỹ]))? {0,4}")
_QUOTED = re.compile(r'"[^"\n]{3,200}"')
_BRACKET = re.compile(r"\(([^()\n]{1,60})\)")
_CODE = re.compile(r"(?:[a-zđ]{1,4}[.\- ]?\d{1,4}[a-z]?|[a-zđ]{2,5})$")
_SCALE = re.compile(r"1 ?/ ?\d{3,5}(?!\d)")  # of a map: "quy hoạch phân khu 1/2000"
_ENDS = re.compile(r"[.;:,]")
_YEARS_REACH = 80  # from a comma inside a title to the years that end it
_VERBS = 8  # words of a title after which no verb of building joins those before it
_TOLD_BY = 2
MAX_WORDS = 60
MAX_PLAIN = 16  # plain words in a row, after which no name is to be expected


class Place(NamedTuple):
    """A place named in a title: "xã Nà Tấu"."""

    start: int
    end: int


class Title(NamedTuple):
    """``end`` is past the last proper or locative modifier, ``full`` past the last word of the title.

    ``proper``: a name, code or quoted title was met; ``words`` counts the words after the head.
    """

    end: int
    full: int
    proper: bool
    located: bool
    words: int
    places: tuple[Place, ...]
    period: Period | None
    vision: str | None


class _Words:
    """Words of titles.yml, asked for at a place; their first two letters tell most places where none of them stands."""

    def __init__(self, words: tuple[str, ...]) -> None:
        folded = _folded(words)
        self._pattern = re.compile(rf"(?:{any_of(folded)})(?![^\W_])")
        self._letters = frozenset(word[:_TOLD_BY] for word in folded)
        self._short = any(len(word) < _TOLD_BY for word in folded)

    def match(self, key: str, at: int = 0) -> re.Match[str] | None:
        """One of the words at ``at``."""
        return self._pattern.match(key, at) if key[at : at + _TOLD_BY] in self._letters or self._short else None


class TitleReader:
    """Reads titles with the words of titles.yml; compiled once."""

    def __init__(self, words: TitleWords) -> None:
        self._places = _Words(words.place_nouns)
        self._stops = _Words(words.stops)
        self._brackets = _Words(words.bracket_openers)
        self._bodies = _Words(words.bodies)
        self._verbs = _Words(words.joined_verbs)
        self._numbered = frozenset(_folded(words.numbered_nouns))

    def read(
        self, scan: Scan, start: int, limit: int, *, listed: bool = False, heads: re.Pattern[str] | None = None
    ) -> Title:
        """The title that goes on at ``start``, right after its head noun.

        ``listed``: the title is an item of a list and runs to its end, commas included. A new head from ``heads``
        after a comma or "và" begins another title.
        """
        walk = _Walk(self, scan, start, limit)
        walk.listed, walk.heads = listed, heads
        return walk.run()

    def is_place(self, key: str, at: int) -> re.Match[str] | None:
        """A place noun at ``at``."""
        return self._places.match(key, at)

    def is_stop(self, key: str, at: int) -> bool:
        """Whether a word that belongs to no title begins at ``at``."""
        return self._stops.match(key, at) is not None

    def is_body(self, key: str, at: int) -> bool:
        """Whether the name of a body begins at ``at``, and with it a new clause."""
        return self._bodies.match(key, at) is not None

    def verb(self, key: str, at: int) -> re.Match[str] | None:
        """A verb of building at ``at``; its syllables are no words that end a title ("cải tạo")."""
        return self._verbs.match(key, at)

    def is_alias(self, bracket: re.Match[str]) -> bool:
        """Whether a bracket names or limits what stands before it."""
        inside = bracket.group(1)
        return bool(_CODE.match(inside) or self._brackets.match(inside) or self._places.match(inside))

    def is_numbered_road(self, noun: str, before: str) -> bool:
        """ "đường tỉnh 107" names a road, not a province."""
        return noun in ("tỉnh", "huyện") and before == "đường"

    def is_numbered(self, word: str) -> bool:
        """Whether a number after ``word`` is part of a name."""
        return word in self._numbered


class _Walk:
    """One way through a title."""

    def __init__(self, reader: TitleReader, scan: Scan, start: int, limit: int) -> None:
        self.reader, self.scan, self.at, self.limit = reader, scan, start, limit
        self.listed = False
        self.heads: re.Pattern[str] | None = None
        self.key, self.text = scan.key, scan.document.text
        self.begin = self.end = self.full = start
        self.proper = self.located = False
        self.words = self.plain = 0
        self.places: list[Place] = []
        self.period: Period | None = None
        self.vision: str | None = None
        self.last = ""
        self.unnamed = self.several = False  # the last word was a place noun without a name; "các" stood before a place
        self.shouted = self.text[max(0, start - 12) : start].isupper()

    def run(self) -> Title:
        while self.words < MAX_WORDS and self.plain <= MAX_PLAIN and self._step():
            pass
        return Title(
            self.end, self.full, self.proper, self.located, self.words, tuple(self.places), self.period, self.vision,
        )  # fmt: skip

    def _step(self) -> bool:
        at = self._skip(self.at)
        if at >= self.limit:
            return False
        sign = self.key[at]
        if sign in '"(,-':
            return self._sign(sign, at)
        return self._period(at) or self._verb(at) or self._word(at)

    def _skip(self, at: int) -> int:
        """Past blanks, and past a line break inside a sentence."""
        gap = _GAP.match(self.key, at, self.limit)
        return gap.end() if gap else at

    def _sign(self, sign: str, at: int) -> bool:
        if sign == '"':
            quoted = _QUOTED.match(self.key, at, self.limit)
            return quoted is not None and self._accept(quoted.end(), proper=True)
        if sign == "(":
            bracket = _BRACKET.match(self.key, at, self.limit)
            alias = bracket is not None and self.reader.is_alias(bracket)
            return bracket is not None and alias and self._accept(bracket.end(), proper=True)
        if sign == ",":
            return self._comma(self._skip(at + 1))
        self.at = at + 1
        return self.words > 0

    def _comma(self, at: int) -> bool:
        """Past a comma, where what follows still limits the title."""
        if at >= self.limit or self.reader.is_stop(self.key, at) or self._is_head(at):
            return False
        if not self.proper and self.words <= _VERBS and self.reader.verb(self.key, at):
            self.at = at
            return True
        place = self.reader.is_place(self.key, at)
        named_place = place is not None and (self.unnamed or self._capital(self._skip(place.end())))
        mention = self.scan.periods.at(at)
        if named_place or mention or self.listed or self._is_lone_name(at) or self._goes_on_to_years(at):
            self.at = at
            return True
        return False

    def _goes_on_to_years(self, at: int) -> bool:
        """ "kinh tế vườn, kinh tế trang trại giai đoạn 2021 - 2025": a word said again, and the years still ahead."""
        word = _WORD.match(self.key, at, self.limit)
        if word is None or self.period is not None or word.group() not in self.key[self.begin : self.at].split():
            return False
        ahead = self.scan.periods.within(at, min(self.limit, at + _YEARS_REACH))
        return any(one.role == "span" for one in ahead) and not _ENDS.search(self.key, at, ahead[0].start)

    def _is_lone_name(self, at: int) -> bool:
        """ "Mường So, Lai Châu": a name after a name, at whose end the title ends."""
        if not self.proper or self.shouted or (self.places and not self.several) or not self._capital(at):
            return False
        end = at
        while (word := _WORD.match(self.key, end, self.limit)) and self.text[word.start()].isupper():
            end = self._skip(word.end())
        closed = end >= self.limit or self.key[end] in ".;,)…" or self.reader.is_stop(self.key, end)
        return closed or (bool(self.places) and self.key.startswith(("đến ", "và ", "qua "), end))

    def _period(self, at: int) -> bool:
        mention = self.scan.periods.at(at)
        if mention is None or mention.end > self.limit or self.last == "từ" or self.key.startswith("từ ", at):
            return False
        if _SCALE.match(self.key, at):
            return self._accept(mention.end)
        if self.key.startswith("tầm nhìn", at):
            self.vision = self.key[mention.end - 4 : mention.end]
        elif mention.role in ("as_of", "baseline"):
            return False
        elif self.period is None:
            self.period = mention.period
        return self._accept(mention.end, located=True)

    def _verb(self, at: int) -> bool:
        verb = self.reader.verb(self.key, at)
        return verb is not None and verb.end() <= self.limit and self._accept(verb.end())

    def _word(self, at: int) -> bool:
        word = _WORD.match(self.key, at, self.limit)
        way = self.last == "đường" and self.key.startswith("vào ", at)  # "đường vào khu ..." is a road
        if (
            word is None
            or (self.reader.is_stop(self.key, at) and not way)
            or (self.words == 0 and self.reader.is_body(self.key, at))
        ):
            return False
        place = self.reader.is_place(self.key, at)
        if place is not None:
            return self._place(place)
        if word.group() == "và":
            return self._and(word.end())
        if self._capital(at):
            return self._accept(word.end(), proper=True)
        if any(sign.isdigit() for sign in word.group()):
            return self._number(at, word)
        return self._accept(word.end())

    def _place(self, noun: re.Match[str]) -> bool:
        end = noun.end()
        while True:
            at = self._skip(end)
            word = _WORD.match(self.key, at, self.limit)
            numbered = end == noun.end() and word is not None and word.group().isdigit()
            numbered &= not self.reader.is_numbered_road(noun.group(), self.last)
            named = word is not None and (self.text[at].isupper() or numbered)
            if not named or word is None or self.reader.is_place(self.key, at):
                break
            end = word.end()
        self.several |= self.last == "các"
        if end > noun.end() and not self.shouted:
            self.places.append(Place(noun.start(), end))
        self._accept(end, proper=end > noun.end(), located=True)
        self.unnamed = end == noun.end()
        return True

    def _and(self, after: int) -> bool:
        following = self._skip(after)
        if following >= self.limit or self.reader.is_stop(self.key, following) or self._is_head(following):
            return False
        place = self.reader.is_place(self.key, following)
        if not (self.listed or self._capital(following) or place or not (self.proper or self.located)):
            return False
        self.at = after
        self.last = "và"
        return True

    def _number(self, at: int, word: re.Match[str]) -> bool:
        """A number that is part of a name ("đường 60m", "ĐT185"); a length or sum of money ends the title."""
        if self.reader.is_numbered(self.last) or word.group()[0].isalpha():
            return self._accept(word.end(), proper=True)
        if self.words == 0 and len(word.group()) == 1:  # "dự án thành phần 2 cầu ..."
            return self._accept(word.end())
        return self.scan.quantities.at(at) is None and self._accept(word.end())

    def _capital(self, at: int) -> bool:
        return at < self.limit and self.text[at].isupper() and not self.shouted

    def _is_head(self, at: int) -> bool:
        return self.heads is not None and self.heads.match(self.key, at) is not None

    def _accept(self, end: int, *, proper: bool = False, located: bool = False) -> bool:
        self.words += 1
        self.unnamed = False
        self.plain = 0 if proper or located else self.plain + 1
        self.last = self.key[self.at : end].strip() if end - self.at < 20 else ""
        self.proper |= proper
        self.located |= located
        self.at = self.full = end
        if proper or located:
            self.end = end
        return True


def _folded(words: tuple[str, ...]) -> list[str]:
    return [fold(word) for word in words]
