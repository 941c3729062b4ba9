"""The tables of the outgoing book, and the rules that the file itself keeps.

Whatever program writes into it: a number is given once, an issued entry stays as it is, and
nothing is ever deleted.
"""

APPLICATION = 0x4C505247  # "LPRG" in the head of the file: whose it is
VERSION = 1

_FROZEN = "round, kind, region, version, year, sequence, number, date, subject, corrects"


def _changed(columns: str) -> str:
    """Give the condition that an update changes one of the columns."""
    return " OR ".join(f"NEW.{name} IS NOT OLD.{name}" for name in columns.split(", "))


_RANK = "CASE {}.status WHEN 'draft' THEN 0 WHEN 'numbered' THEN 1 WHEN 'issued' THEN 2 ELSE 3 END"
_BACKWARDS = f"{_RANK.format('NEW')} < {_RANK.format('OLD')}"
_CLOSED = "(SELECT status FROM entry WHERE id = {}.entry) IN ('issued', 'void')"


def _guard(name: str, moment: str, condition: str) -> str:
    return (
        f"CREATE TRIGGER {name} BEFORE {moment} WHEN {condition} "
        f"BEGIN SELECT RAISE(ABORT, '{name}'); END"
    )


STATEMENTS = (
    "CREATE TABLE count (year INTEGER PRIMARY KEY, last INTEGER NOT NULL CHECK (last >= 0)) STRICT",
    """CREATE TABLE entry (
  id INTEGER PRIMARY KEY,
  round TEXT,
  kind TEXT,
  region TEXT,
  version INTEGER NOT NULL CHECK (version >= 1),
  status TEXT NOT NULL CHECK (status IN ('draft', 'numbered', 'issued', 'void')),
  year INTEGER NOT NULL,
  sequence INTEGER CHECK (sequence >= 1),
  number TEXT,
  date TEXT NOT NULL,
  subject TEXT NOT NULL,
  corrects INTEGER REFERENCES entry(id),
  reason TEXT NOT NULL DEFAULT '',
  CHECK ((round IS NULL) = (kind IS NULL)),
  CHECK (sequence IS NULL OR number IS NOT NULL),
  CHECK (number IS NULL OR sequence IS NOT NULL OR corrects IS NOT NULL),
  CHECK (status != 'draft' OR number IS NULL),
  CHECK (status NOT IN ('numbered', 'issued') OR number IS NOT NULL),
  CHECK (status != 'void' OR reason != '')
) STRICT""",
    # A correction that takes no number of its own bears that of what it corrects, and counts none.
    "CREATE UNIQUE INDEX number_given_once ON entry (year, sequence) WHERE sequence IS NOT NULL",
    """CREATE UNIQUE INDEX one_entry_a_document
  ON entry (round, kind, coalesce(region, ''), version)
  WHERE round IS NOT NULL AND status != 'void'""",
    """CREATE TABLE addressee (
  entry INTEGER NOT NULL REFERENCES entry(id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (entry, position)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE file (
  entry INTEGER NOT NULL REFERENCES entry(id),
  path TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  PRIMARY KEY (entry, path)
) STRICT, WITHOUT ROWID""",
    _guard("entry_is_never_deleted", "DELETE ON entry", "1"),
    _guard("count_is_never_deleted", "DELETE ON count", "1"),
    _guard("count_never_goes_back", "UPDATE ON count", "NEW.last < OLD.last"),
    _guard("status_never_goes_back", "UPDATE ON entry", _BACKWARDS),
    _guard(
        "void_stays_as_it_is",
        "UPDATE ON entry",
        f"OLD.status = 'void' AND ({_changed(_FROZEN + ', status, reason')})",
    ),
    _guard(
        "issued_stays_as_it_is",
        "UPDATE ON entry",
        f"OLD.status = 'issued' AND ({_changed(_FROZEN)})",
    ),
    _guard(
        "number_stays_as_given",
        "UPDATE ON entry",
        f"OLD.number IS NOT NULL AND ({_changed('number, sequence, year')})",
    ),
    *(
        _guard(f"{table}_of_a_closed_entry_{moment.lower()}", f"{moment} ON {table}", closed)
        for table in ("addressee", "file")
        for moment, closed in (
            ("INSERT", _CLOSED.format("NEW")),
            ("UPDATE", f"{_CLOSED.format('OLD')} OR {_CLOSED.format('NEW')}"),
            ("DELETE", _CLOSED.format("OLD")),
        )
    ),
    f"PRAGMA application_id = {APPLICATION}",
    f"PRAGMA user_version = {VERSION}",
)
"""What makes an empty file a register, in this order."""
