"""Statements of the path of a scan: compiled once an engine, run on the driver's own cursor.

SQLAlchemy's execution costs more than the database's work where a person waits at the door; here
it writes the words and converts the values, and stays out of the way. Anything else is better
served by `connection.execute`. Driver errors come out wrapped as everywhere.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection
from sqlalchemy.engine import Dialect
from sqlalchemy.exc import DBAPIError

Convert = Callable[[Any], Any] | None
Fields = tuple[Any, ...]


class _Compiled(NamedTuple):
    """One statement in the words of one engine.

    asked: the names of its values in the order of the driver, each with what it must go through;
    None changes nothing. fixed: the values the statement brings itself. is_positional: the driver
    takes a list, else names. converted: what each column of a row must go through.
    """

    words: str
    asked: tuple[tuple[str, Convert], ...]
    fixed: dict[str, Any]
    is_positional: bool
    converted: tuple[tuple[int, Callable[[Any], Any]], ...]

    def values(self, given: Mapping[str, Any]) -> Any:
        if self.fixed:
            given = {**self.fixed, **given}
        told = [
            given[name] if convert is None or given[name] is None else convert(given[name])
            for name, convert in self.asked
        ]
        if self.is_positional:
            return told
        return {name: value for (name, _), value in zip(self.asked, told, strict=True)}


class Prepared:
    """A statement whose values all have names. Made once, at import.

    columns: for an insert, the columns it fills; the others take their default.
    """

    def __init__(self, statement: Any, columns: Sequence[str] | None = None) -> None:
        self._statement, self._columns = statement, columns
        self._compiled: dict[str, _Compiled] = {}

    def rows(self, connection: Connection, values: Mapping[str, Any]) -> list[Fields]:
        """Every row of the answer, as plain tuples of Python values."""
        compiled, cursor = self._execute(connection, values)
        found: list[Fields] = cursor.fetchall()
        cursor.close()
        if compiled.converted:
            return [_row(row, compiled.converted) for row in found]
        return found

    def run(self, connection: Connection, values: Mapping[str, Any]) -> None:
        """Do it; nothing comes back."""
        self._execute(connection, values)[1].close()

    def _execute(self, connection: Connection, given: Mapping[str, Any]) -> tuple[_Compiled, Any]:
        dialect = connection.dialect
        compiled = self._compiled.get(dialect.name)
        if compiled is None:
            compiled = _compile(self._statement, self._columns, dialect)
            self._compiled[dialect.name] = compiled
        values = compiled.values(given)
        cursor = connection.connection.cursor()
        try:
            cursor.execute(compiled.words, values)
        except dialect.loaded_dbapi.Error as error:
            base = dialect.loaded_dbapi.Error
            raise DBAPIError.instance(compiled.words, None, error, base, dialect=dialect) from error
        return compiled, cursor


def _compile(statement: Any, columns: Sequence[str] | None, dialect: Dialect) -> _Compiled:
    made = statement.compile(dialect=dialect, column_keys=columns)
    if "POSTCOMPILE" in made.string:
        raise ValueError(f"a prepared statement takes no list: {made.string}")
    shown = () if columns is not None else tuple(statement.selected_columns)
    results = [_impl(column.type, dialect).result_processor(dialect, None) for column in shown]
    bound = {name: parameter for parameter, name in made.bind_names.items()}
    order = made.positiontup if made.positional else bound
    return _Compiled(
        made.string,
        tuple((name, _conversion(bound[name], dialect)) for name in order or ()),
        {name: value.effective_value for name, value in bound.items() if not value.required},
        made.positional,
        tuple((place, convert) for place, convert in enumerate(results) if convert is not None),
    )


def _conversion(parameter: Any, dialect: Dialect) -> Convert:
    """What a value of the caller must go through; a fixed one is as the driver wants it."""
    if not parameter.required:
        return None
    found: Convert = _impl(parameter.type, dialect).bind_processor(dialect)
    return found


def _impl(kind: Any, dialect: Dialect) -> Any:
    return kind.dialect_impl(dialect)


def _row(fields: Fields, converted: Iterable[tuple[int, Callable[[Any], Any]]]) -> Fields:
    row = list(fields)
    for place, convert in converted:
        row[place] = convert(row[place])
    return tuple(row)
