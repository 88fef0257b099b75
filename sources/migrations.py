"""The shape of the record, as numbered steps that only ever grow at the end.

A step that has been released is never edited: a store remembers in `PRAGMA user_version` how
many it has seen, and opening it applies the rest in one transaction. The search index is not
here: it is derived, and `sources.index` makes it anew when its format changes.
"""

from __future__ import annotations

import sqlite3

APPLICATION_ID = 0x43484B52
"""Marks a SQLite file as a store of this program ("CHKR")."""

Migration = tuple[str, ...]

MIGRATIONS: tuple[Migration, ...] = (
    # 1: the record. `key`, `name` are what the outside knows a row by; `id` stays inside.
    (
        "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
        """CREATE TABLE source (
            id INTEGER PRIMARY KEY,
            key TEXT NOT NULL UNIQUE,
            publisher TEXT NOT NULL,
            title TEXT,
            url TEXT,
            published TEXT,
            kind TEXT NOT NULL,
            wire TEXT,
            retrieved_at TEXT,
            sha256 TEXT
        )""",
        "CREATE TABLE person (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)",
        "CREATE TABLE utterance (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)",
        """CREATE TABLE statement (
            id INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE,
            utterance INTEGER NOT NULL REFERENCES utterance (id),
            person INTEGER NOT NULL REFERENCES person (id),
            role TEXT,
            organisation TEXT,
            said_on TEXT NOT NULL,
            said_on_approximate INTEGER NOT NULL,
            event TEXT,
            place TEXT,
            original_language TEXT NOT NULL,
            language TEXT NOT NULL,
            wording TEXT NOT NULL,
            text TEXT NOT NULL,
            topics TEXT NOT NULL,
            confidence TEXT NOT NULL,
            note TEXT,
            position INTEGER,
            source INTEGER NOT NULL REFERENCES source (id)
        )""",
        "CREATE INDEX statement_by_person ON statement (person, said_on, name)",
        "CREATE INDEX statement_by_day ON statement (said_on, name)",
        "CREATE INDEX statement_by_utterance ON statement (utterance)",
        "CREATE INDEX statement_by_source ON statement (source, position)",
        """CREATE TABLE audit (
            id INTEGER PRIMARY KEY,
            at TEXT NOT NULL,
            action TEXT NOT NULL,
            statement TEXT NOT NULL,
            speaker TEXT NOT NULL,
            said_on TEXT NOT NULL,
            publisher TEXT NOT NULL,
            digest TEXT NOT NULL
        )""",
    ),
    # 2: what is known of a record beside its words: its licence, its state, what came after it.
    (
        "ALTER TABLE source ADD COLUMN licence TEXT",
        "ALTER TABLE statement ADD COLUMN state TEXT",
        "ALTER TABLE statement ADD COLUMN corrected_by TEXT",
        "ALTER TABLE statement ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE statement ADD COLUMN translated_from TEXT",
        "ALTER TABLE audit ADD COLUMN detail TEXT",
    ),
    # 3: the lines about one statement, for a split that undoes a merge.
    ("CREATE INDEX audit_by_statement ON audit (statement)",),
    # 4: the pages that were fetched; a row is one version of one.
    (
        """CREATE TABLE page (
            url TEXT NOT NULL,
            sha256 TEXT NOT NULL,
            retrieved_at TEXT NOT NULL,
            seen_at TEXT NOT NULL,
            leads_to TEXT NOT NULL,
            redirects TEXT NOT NULL,
            media_type TEXT NOT NULL,
            archived TEXT,
            fault TEXT,
            PRIMARY KEY (url, sha256)
        ) WITHOUT ROWID""",
    ),
)


def version_of(connection: sqlite3.Connection) -> int:
    """How many migrations the file has seen; 0 for an empty file."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def belongs_to_another(connection: sqlite3.Connection) -> bool:
    """Whether the database was made by some other program.

    An empty database belongs to nobody: a first use that was killed leaves one behind.
    """
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if application == APPLICATION_ID:
        return False
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return bool(application or tables or version_of(connection))


def migrate(
    connection: sqlite3.Connection, *, migrations: tuple[Migration, ...] = MIGRATIONS
) -> None:
    """Apply what the file has not seen yet; the caller holds the transaction."""
    for step in migrations[version_of(connection) :]:
        for sql in step:
            connection.execute(sql)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {len(migrations)}")
