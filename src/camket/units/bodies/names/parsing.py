"""Taking a written name apart: titles, post, organ, head, and where in the text its unit stands."""

from typing import NamedTuple

from camket.units.bodies.body_type import BodyType
from camket.units.bodies.names.heads import Sense
from camket.units.bodies.names.phrases import GroupType, Organ, Phrases
from camket.units.bodies.names.wordlist import Wordlist
from camket.units.bodies.names.words import Words
from camket.units.kind import Kind

_KINDS = frozenset(Kind)


class Parsed(NamedTuple):
    """One body's name from word ``start``; its unit stands between the words ``unit`` and ``end``.

    ``shared``: the words of a list's other item that give the unit ("HĐND, UBND tỉnh").
    """

    start: int
    unit: int
    end: int
    senses: tuple[Sense, ...] = ()
    group: GroupType | None = None
    post: str | None = None
    organ: str | None = None
    shared: tuple[int, int] | None = None
    same_head: bool = False

    @property
    def kinds(self) -> frozenset[str]:
        """The kinds of units whose body it can be."""
        return frozenset(kind for sense in self.senses for kind in sense.kinds)

    @property
    def phrase(self) -> tuple[int, int]:
        """The words that say of which unit it is."""
        return self.shared or (self.unit, self.end)


class Parser:
    """Finds the bodies named in a text that is nothing but names of bodies."""

    def __init__(self, heads: Wordlist[Sense], phrases: Phrases, types: dict[str, BodyType]) -> None:
        self._heads = heads
        self._phrases = phrases
        self._types = types

    def parse(self, words: Words) -> list[Parsed]:
        """The names one by one; a text in which none begins at its first word gives nothing."""
        found: list[Parsed] = []
        one = self._begin(words, self._after_titles(words, 0))
        while one is not None:
            end, following = self._boundary(words, one)
            # "các Sở: Tài chính, Nội vụ" names these, not the group
            if not (one.group and one.unit == end and following and following.same_head):
                found.append(one._replace(end=end))
            one = following
        return found

    def _after_titles(self, words: Words, start: int) -> int:
        while (length := self._phrases.titles.at(words, start)[0]) and start + length < len(words):
            start += length
        return start

    def _boundary(self, words: Words, one: Parsed) -> tuple[int, Parsed | None]:
        """Where the unit of a name ends, and the name that begins there."""
        for place in range(max(one.unit, one.start + 1), len(words)):
            if not words.breaks[place]:
                continue
            following = (
                self._begin(words, self._after_titles(words, place))
                or self._of_same_head(words, one, place)
                or self._of_next_unit(words, one, place)
            )
            if following is not None:
                return place, following
        return len(words), None

    def _of_next_unit(self, words: Words, one: Parsed, place: int) -> Parsed | None:
        """The same body of a further unit: "UBND huyện A, huyện B"; a higher unit is only where the first lies."""
        first, then = (self._phrases.kinds.at(words, start)[1] for start in (one.unit, place))
        if not first or not then or one.group is not None:
            return None
        if min(kind.level for kind in then) < min(kind.level for kind in first):
            return None
        return one._replace(start=place, unit=place, end=len(words), same_head=True)

    def _of_same_head(self, words: Words, one: Parsed, place: int) -> Parsed | None:
        """The next of a list that gives the first word once: "Sở Xây dựng, Tài chính"."""
        first = self._first_word(words, one)
        if first is None:
            return None
        until = min(len(words), place + 24)
        keys, breaks = words.keys[place:until], words.breaks[place + 1 : until]
        length, senses = self._heads.among((first, *keys), (False, False, *breaks))
        if length < 2:
            return None
        return Parsed(place, place + length - 1, len(words), senses, post=one.post, same_head=True)

    @staticmethod
    def _first_word(words: Words, one: Parsed) -> str | None:
        if one.group is not None:
            return one.group.each.lower() if one.group.each and " " not in one.group.each else None
        code = one.senses[0].type.branch if one.senses else ""
        if code in {"departments", "sections", "commune", "central"}:
            return next((key for key in words.keys[one.start : one.unit] if key in {"sở", "phòng", "bộ"}), None) or (
                "sở" if code == "departments" else None
            )
        return None

    def _begin(self, words: Words, start: int) -> Parsed | None:
        """The name that begins at a word: a group, a post's, an organ's, or a body's own."""
        whole, group = self._head(words, start), self._group(words, start)
        if group is not None and (whole is None or group.unit > whole.unit):
            return group
        return self._of_post(words, start) or whole or self._of_organ(words, start, None)

    def _group(self, words: Words, start: int) -> Parsed | None:
        length, groups = self._phrases.groups.at(words, start)
        return Parsed(start, start + length, len(words), group=groups[0]) if length else None

    def _head(self, words: Words, start: int) -> Parsed | None:
        length, senses = self._heads.at(words, start)
        if not length:
            return None
        organ = self._of_organ(words, start, length)
        return organ or Parsed(start, start + length, len(words), senses)

    def _of_organ(self, words: Words, start: int, length_of_head: int | None) -> Parsed | None:
        """The body whose organ is named: "Ban Thường vụ Huyện ủy"; alone, an organ of the unit under review."""
        length, organs = self._phrases.organs.at(words, start)
        if not length:
            return None
        after, senses = self._heads.at(words, start + length)
        of = tuple(sense for sense in senses if sense.type.code in organs[0].of)
        if of:
            return Parsed(start, start + length + after, len(words), of, organ=organs[0].code)
        if length_of_head is not None:
            return None
        return Parsed(start, start + length, len(words), self._senses_of(organs[0]), organ=organs[0].code)

    def _senses_of(self, organ: Organ) -> tuple[Sense, ...]:
        return tuple(Sense(self._types[code], self._types[code].kinds) for code in organ.of if code in self._types)

    def _of_post(self, words: Words, start: int) -> Parsed | None:
        """The body whose post is named; the head may begin within the post's words ("Trưởng phòng Kinh tế")."""
        length, posts = self._phrases.posts.at(words, start)
        if not length:
            return None
        for inner in (*range(start + 1, start + length), start + length):
            body = self._head(words, inner)
            if inner == start + length:
                body = body or self._of_organ(words, inner, None) or self._group(words, inner)
            if body is not None and body.unit >= start + length:
                return body._replace(start=start, post=posts[0])
        code = self._phrases.post_types.get(posts[0])
        if code not in self._types:
            return None
        sense = Sense(self._types[code], self._types[code].kinds)
        return Parsed(start, start + length, len(words), (sense,), post=posts[0])
