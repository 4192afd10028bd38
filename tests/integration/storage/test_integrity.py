import sqlite3

import pytest
from sqlalchemy import PrimaryKeyConstraint, UniqueConstraint
from sqlalchemy.exc import IntegrityError, OperationalError

from core.shared.errors import AppError, ConflictError, StorageError
from storage.integrity import CONFLICTS, translated
from storage.tables import metadata

pytestmark = pytest.mark.integration


def declared() -> dict[str, str]:
    """Return every unique constraint and index of the schema with the columns as SQLite names them."""
    indexes = {index for table in metadata.tables.values() for index in table.indexes if index.unique}
    return {
        str(index.name): ", ".join(f"{index.table.name}.{column.name}" for column in index.columns)
        for index in indexes
        if index.table is not None
    } | {
        str(constraint.name): ", ".join(f"{table.name}.{column.name}" for column in constraint.columns)
        for table in metadata.tables.values()
        for constraint in table.constraints
        if isinstance(constraint, UniqueConstraint | PrimaryKeyConstraint)
    }


def test_the_map_names_constraints_that_exist() -> None:
    schema = declared()
    assert {name: columns for name, (columns, _) in CONFLICTS.items()} == {name: schema[name] for name in CONFLICTS}


def meaning(message: str) -> AppError:
    with pytest.raises(AppError) as caught, translated():
        raise IntegrityError("INSERT", {}, sqlite3.IntegrityError(message))
    return caught.value


@pytest.mark.parametrize(("name", "columns", "code"), [(n, c, code) for n, (c, code) in CONFLICTS.items()])
def test_both_databases_words_mean_the_same(name: str, columns: str, code: str) -> None:
    for message in (
        f"UNIQUE constraint failed: {columns}",
        f'duplicate key value violates unique constraint "{name}"\nDETAIL:  Key (x)=(1) already exists.',
    ):
        error = meaning(message)
        assert isinstance(error, ConflictError)
        assert error.code == code


@pytest.mark.parametrize(
    "message",
    [
        "FOREIGN KEY constraint failed",
        "UNIQUE constraint failed: petitions.number",
        'duplicate key value violates unique constraint "uq_petitions_number"',
        'insert or update on table "x" violates foreign key constraint "fk_x"',
    ],
)
def test_what_is_not_in_the_map_is_a_failure(message: str) -> None:
    assert isinstance(meaning(message), StorageError)


def test_a_locked_database_is_a_failure() -> None:
    with pytest.raises(StorageError, match="storage-failed"), translated():
        raise OperationalError("BEGIN IMMEDIATE", {}, sqlite3.OperationalError("database is locked"))
