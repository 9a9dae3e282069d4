"""The Arrow shape of a frozen dataclass, from its type hints; nested dataclasses become structs.

What belongs here: dataclass to Arrow, for any of ours. What does not: which dataclass goes into which file.
"""

from __future__ import annotations

import types
import typing
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from typing import Any

import pyarrow as pa

_SCALARS: dict[Any, pa.DataType] = {
    str: pa.string(),
    int: pa.int64(),
    float: pa.float64(),
    bool: pa.bool_(),
    bytes: pa.binary(),
    date: pa.date32(),
    datetime: pa.timestamp("us", tz="UTC"),
}
# Names that modules of ours import for type checkers only.
_CHECKER_NAMES = {"date": date, "datetime": datetime}


def schema_of(row_type: type[Any]) -> pa.Schema:
    """The Arrow schema of a dataclass: a column a field, in the order of the fields."""
    return pa.schema(list(_struct(row_type)))


def plain(value: Any) -> Any:  # noqa: ANN401 - any field of any of our dataclasses
    """A dataclass as dictionaries and lists, the way Arrow wants it; everything else as it is."""
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    return value


def _struct(row_type: type[Any]) -> pa.StructType:
    hints = typing.get_type_hints(row_type, localns=_CHECKER_NAMES)
    return pa.struct([pa.field(field.name, _arrow_type(hints[field.name])) for field in fields(row_type)])


def _arrow_type(hint: Any) -> pa.DataType:  # noqa: ANN401 - a type hint has no type of its own
    if hint in _SCALARS:
        return _SCALARS[hint]
    if is_dataclass(hint) and isinstance(hint, type):
        return _struct(hint)
    inner = [part for part in typing.get_args(hint) if part not in (types.NoneType, Ellipsis)]
    origin = typing.get_origin(hint)
    if origin is tuple and len(inner) == 1:
        return pa.list_(_arrow_type(inner[0]))
    if origin in (types.UnionType, typing.Union) and len(inner) == 1:
        return _arrow_type(inner[0])
    raise TypeError(f"{hint} has no Arrow type here: use a scalar, a dataclass, `X | None` or `tuple[X, ...]`")
