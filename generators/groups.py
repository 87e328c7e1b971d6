"""What a type of record is made of: which of its fields hold other groups of fields, and which hold an id."""

from collections.abc import Callable
from dataclasses import MISSING, dataclass, fields, is_dataclass
from functools import cache
from typing import Annotated, Any, Literal, TypeVar, get_args, get_origin, get_type_hints

from generators.fields import Ref, YesNo

T = TypeVar("T")


def once_per_type(function: Callable[[type], T]) -> Callable[[type], T]:
    """Remember what a function says of each type, in terms that a type checker accepts for classes."""
    return cache(function)


@dataclass(frozen=True)
class Member:
    """A field that holds an id, or groups of fields that somewhere hold what is looked for."""

    name: str
    ref: Ref | None
    groups: tuple[type, ...]


@once_per_type
def members(type_: type) -> tuple[Member, ...]:
    """The fields of a type that hold an id or groups of fields; plain values are left out."""
    hints = get_type_hints(type_, include_extras=True)
    found = (Member(field.name, *_inside(hints[field.name])) for field in fields(type_))
    return tuple(member for member in found if member.ref or member.groups)


@once_per_type
def needed_fields(type_: type) -> tuple[str, ...]:
    """The fields that cannot be left out, those that the program gives among them."""
    return tuple(one.name for one in fields(type_) if one.default is MISSING and one.default_factory is MISSING)


def closed_list(annotation: Any) -> tuple[str, ...]:
    """The words that a field takes where it takes no others, yes and no among them; none of a field that does."""
    if annotation == YesNo:
        return ("yes", "no")
    if get_origin(annotation) is Literal:
        return get_args(annotation)
    return next((found for argument in get_args(annotation) if (found := closed_list(argument))), ())


@once_per_type
def referring(type_: type) -> tuple[Member, ...]:
    """The fields by which a reference can be reached: all others need not be walked."""
    return tuple(member for member in members(type_) if member.ref or any(referring(group) for group in member.groups))


@once_per_type
def referring_to_parts(type_: type) -> tuple[Member, ...]:
    """Those by which a reference is reached that can name a part of a record."""
    return tuple(
        member
        for member in members(type_)
        if (member.ref and member.ref.part) or any(referring_to_parts(group) for group in member.groups)
    )


@once_per_type
def nouns_named(type_: type) -> frozenset[str]:
    """The kinds of record that a record of this type can name."""
    found = referring(type_)
    own = {member.ref.kind for member in found if member.ref}
    return frozenset(own).union(*(nouns_named(group) for member in found for group in member.groups))


@once_per_type
def withholding(type_: type) -> tuple[Member, ...]:
    """The fields by which a part that can be withheld is reached."""
    return tuple(
        member
        for member in members(type_)
        if any(hasattr(group, "withheld") or withholding(group) for group in member.groups)
    )


def _inside(annotation: Any) -> tuple[Ref | None, tuple[type, ...]]:
    """The reference an annotation declares, if it does, and the groups of fields in it."""
    if get_origin(annotation) is Annotated:
        declared = next((mark for mark in annotation.__metadata__ if isinstance(mark, Ref)), None)
        return (declared, ()) if declared else _inside(annotation.__origin__)
    if isinstance(annotation, type) and is_dataclass(annotation):
        return None, (annotation,)
    ref: Ref | None = None
    groups: tuple[type, ...] = ()
    for argument in get_args(annotation):
        inner_ref, inner = _inside(argument)
        ref, groups = ref or inner_ref, (*groups, *inner)
    return ref, groups
