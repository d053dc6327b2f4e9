"""Rules that the data of permissions may not break, each with a message that says what to do."""

from collections.abc import Iterable, Iterator, Mapping

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model

from camket.ledger.models.account import Role
from camket.ledger.permissions.action import ANY, Action, load_actions
from camket.ledger.permissions.noun import Draft, Fields, Noun, load_nouns, noun_of
from camket.ledger.permissions.reaching import leads_back

_VERB = "<danh từ>.<động từ>"


def permission_problems(models: Iterable[type[Model]]) -> list[str]:
    """What is wrong with the packaged data for these models, in Vietnamese, one line a problem; empty when nothing is."""
    known, actions = list(models), load_actions()
    missing = [*_unplaced(known)]
    # Without every noun in its place nothing else can be asked.
    return missing or [*action_problems(actions, _relations(known)), *_fields(known), *_readings(known, actions)]


def action_problems(actions: Mapping[str, Action], relations: frozenset[str]) -> Iterator[str]:
    """What is wrong with actions by themselves, where nouns know these relations."""
    labels: dict[str, str] = {}
    for code, action in actions.items():
        if code.count(".") != 1:
            yield f"{code}: mã hành động phải viết là {_VERB}"
        if not action.label.strip():
            yield f"{code}: thiếu nhãn tiếng Việt"
        if (other := labels.setdefault(action.label, code)) != code:
            yield f"{code}: trùng nhãn với {other}; hãy gọi tên khác đi"
        if not action.by:
            yield f"{code}: không vai trò nào làm được; hãy nêu trong by"
        yield from (
            f"{code}: không danh từ nào có quan hệ «{one}»" for one in {*action.by.values()} - relations - {ANY}
        )
    given = {role for action in actions.values() for role in action.by}
    yield from (
        f"vai trò «{role}» không làm được gì; hãy nêu nó trong by của ít nhất một hành động"
        for role in Role
        if role not in given
    )


def _unplaced(models: Iterable[type[Model]]) -> Iterator[str]:
    known = load_nouns()
    codes = {model._meta.model_name for model in models}
    for code in sorted(filter(None, codes)):
        if (code in known.nouns) == (code in known.hidden):
            yield f"{code}: phải có trong nouns.yml, hoặc ở nouns hoặc ở hidden kèm lý do"
    yield from (
        f"{code}: không có danh từ này trong sổ; hãy bỏ khỏi nouns.yml"
        for code in {*known.nouns, *known.hidden} - codes
    )


def _shown(models: Iterable[type[Model]]) -> Iterator[tuple[type[Model], Noun]]:
    nouns = load_nouns().nouns
    return ((model, noun_of(model)) for model in models if model._meta.model_name in nouns)


def _relations(models: Iterable[type[Model]]) -> frozenset[str]:
    return frozenset(name for _, noun in _shown(models) for name in noun.relations)


def _fields(models: Iterable[type[Model]]) -> Iterator[str]:
    for model, noun in _shown(models):
        code = model._meta.model_name
        if not noun.relations and not noun.whole:
            yield f"{code}: không nêu trường nào nói nó của ai; hãy nêu relations, inside hoặc whole"
        for name, fields in noun.relations.items():
            if fields.bodies and not fields.units:
                yield f"{code}, {name}: có cơ quan thì phải có cả đơn vị của cơ quan ấy ở units"
            missing = [path for path in fields.paths if not _leads_somewhere(model, path)]
            yield from (f"{code}, {name}: không có trường «{path}»" for path in missing)
            yield from _otherwise(model, name, fields, noun) if not missing else ()
        if noun.draft is not None:
            yield from _draft(model, noun, noun.draft)


def _otherwise(model: type[Model], name: str, fields: Fields, noun: Noun) -> Iterator[str]:
    if not fields.otherwise:
        return
    if fields.otherwise not in noun.relations or noun.relations[fields.otherwise].otherwise:
        yield f"{model._meta.model_name}, {name}: otherwise phải là một quan hệ khác, tự nó không có otherwise"
    if any(leads_back(model, path) for path in fields.paths):
        yield f"{model._meta.model_name}, {name}: otherwise chỉ dùng được với trường của chính dòng ấy"


def _draft(model: type[Model], noun: Noun, draft: Draft) -> Iterator[str]:
    if not _leads_somewhere(model, draft.flag):
        yield f"{model._meta.model_name}: không có trường «{draft.flag}» nói là dự thảo"
    unknown = [name for name in draft.seen_by if name not in noun.relations]
    if unknown or not draft.seen_by:
        yield f"{model._meta.model_name}: seen_by phải là quan hệ của danh từ ấy; hãy sửa {', '.join(unknown)}"


def _leads_somewhere(model: type[Model], path: str) -> bool:
    steps = path.split("__")
    try:
        for step in steps[:-1]:
            related = model._meta.get_field(step).related_model
            if not isinstance(related, type):
                return False
            model = related
        return model._meta.get_field(steps[-1]).concrete
    except FieldDoesNotExist:
        return False


def _readings(models: Iterable[type[Model]], actions: Mapping[str, Action]) -> Iterator[str]:
    for model, noun in _shown(models):
        if noun.read not in actions:
            yield f"{model._meta.model_name}: không có hành động «{noun.read}»; hãy thêm vào actions.yml"
