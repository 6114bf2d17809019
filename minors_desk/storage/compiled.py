"""Statements of saves and boards, compiled once from Core, run on the driver's own connection."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import dialect

ONE_ROW: sa.ColumnElement[int] = sa.literal_column("1")
"""A limit as text: a bound one makes SQLite plan the statement anew at each run."""


class Compiled:
    """A Core statement as SQL text with the order of its parameters.

    It runs inside the transaction that SQLAlchemy began; what it saves is the work that
    SQLAlchemy does for each execution, half of what a small save costs. Values must be what the
    driver stores: bytes, str, int or None.
    """

    def __init__(self, statement: sa.ClauseElement, *names: str) -> None:
        made: Any = statement.compile(
            dialect=dialect(paramstyle="qmark"), column_keys=names or None
        )
        self._sql = str(made)
        self._order = tuple(made.positiontup or ())
        self._fixed = {name: made.params[name] for name in self._order}

    def run(self, connection: sa.Connection, values: Mapping[str, Any] | None = None) -> Any:
        """Execute it with values by name and return the driver's cursor."""
        told = self._fixed if values is None else {**self._fixed, **values}
        driver: Any = connection.connection.driver_connection
        return driver.execute(self._sql, [told[name] for name in self._order])

    def one(self, connection: sa.Connection, values: Mapping[str, Any] | None = None) -> Any:
        """The first row, or None; reads to the end, so that the statement is free again."""
        found = self.run(connection, values).fetchall()
        return found[0] if found else None
