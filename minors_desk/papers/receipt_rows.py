"""Which boxes of the transfer receipt stand in which row: of the templates before, and of today's.

Weights of a row add up to 24, so that the columns of all rows stand under one another.
"""

from minors_desk.papers.boxes import Abreast

Sections = tuple[tuple[str, tuple[Abreast, ...]], ...]

BEFORE: Sections = (
    (
        "Child",
        (
            (("child.name", "child.name_source"), (17, 7), 1),
            (("child.own_script", "child.other_names"), (11, 13), 1),
            (("child.legal_class", "child.age", "child.sex", "child.met_at"), (6, 5, 6, 7), 1),
            (("child.met_place",), (24,), 1),
        ),
    ),
    (
        "From",
        (
            (("from.officer", "from.badge", "from.custody_began"), (11, 6, 7), 1),
            (("from.last_place", "from.locked", "from.counted_from"), (11, 6, 7), 1),
            (("from.condition",), (24,), 2),
        ),
    ),
    (
        "To",
        (
            (("to.agency", "to.person"), (11, 13), 1),
            (("to.office", "to.title", "to.phone"), (11, 6, 7), 1),
            (
                ("to.how_checked", "to.check_result", "to.document", "to.checked_at"),
                (7, 4, 6, 7),
                1,
            ),
        ),
    ),
    (
        "Transfer",
        (
            (("transfer.authority", "transfer.place"), (11, 13), 1),
            (
                (
                    "transfer.number",
                    "transfer.proposed_at",
                    "transfer.outcome",
                    "transfer.accepted_at",
                ),
                (4, 7, 6, 7),
                1,
            ),
        ),
    ),
)
"""Templates 1 to 3: one side."""

FRONT: Sections = (
    (
        "Child",
        (
            (("child.name", "child.name_source"), (17, 7), 1),
            (("child.own_script", "child.other_names"), (11, 13), 1),
            (("child.legal_class", "child.age", "child.sex", "child.met_at"), (6, 5, 6, 7), 1),
            (("safety.no_contact",), (24,), 1),
        ),
    ),
    (
        "From",
        (
            (("from.officer", "from.badge", "from.custody_began"), (11, 6, 7), 1),
            (("from.last_place", "from.locked", "from.counted_from"), (11, 6, 7), 1),
            (("from.condition",), (24,), 1),
        ),
    ),
    BEFORE[2],
    BEFORE[3],
)
"""Templates 4 and 5, first side: what both sign, and the alert that must not be overlooked."""

_STATION: tuple[Abreast, ...] = (
    (("from.officer", "from.badge", "from.phone", "from.custody_began"), (8, 3, 6, 7), 1),
)
FRONT_6: Sections = (
    FRONT[0],
    ("From", _STATION + FRONT[1][1][1:]),
    *FRONT[2:],
)
"""Template 6: our own telephone, for who has the child now and must ask."""

FRONT_7: Sections = (
    (
        "Child",
        (
            *FRONT[0][1][:2],
            (("child.legal_class", "child.age", "child.sex", "child.met_at"), (7, 5, 5, 7), 1),
            *FRONT[0][1][3:],
        ),
    ),
    (
        "From",
        (
            (("from.officer", "from.badge", "from.custody_began"), (11, 6, 7), 1),
            (("from.last_place", "from.phone", "from.counted_from"), (11, 6, 7), 1),
            (("from.condition", "from.locked"), (17, 7), 2),
        ),
    ),
    *FRONT[2:],
)
"""Template 7: each box so wide that any answer which is none has room in it."""

Further = tuple[tuple[str, tuple[Abreast | str, ...]], ...]
BACK_4: Further = (
    (
        "The child, further",
        (
            (("child.birth_date", "child.age_told"), (11, 13), 1),
            (("child.identity",), (24,), 1),
            (("child.language",), (24,), 1),
            (("child.photo", "child.met_place"), (11, 13), 1),
        ),
    ),
    (
        "Condition, health and medicine",
        (
            (("health.allergies", "health.conditions"), (11, 13), 1),
            (("health.injuries", "health.clothing"), (11, 13), 1),
            (("health.screening",), (24,), 1),
            "doses",
        ),
    ),
    (
        "Safety, and what the child was told",
        (
            (("safety.danger",), (24,), 1),
            (("going.told",), (24,), 1),
            (("going.reply",), (24,), 1),
        ),
    ),
    (
        "Way to the receiver, check and outcome",
        (
            (("route.left", "route.arrived"), (11, 13), 1),
            (
                ("route.vehicle", "route.escorts", "route.same_sex", "route.odometer"),
                (5, 9, 5, 5),
                1,
            ),
            (("to.checked_by",), (24,), 1),
            (("transfer.refusal",), (24,), 1),
        ),
    ),
    ("Property, papers and medicine", ("property",)),
    ("Notices still owed when custody passed", ("owed",)),
)
"""Template 4, further sides; a word alone is a table."""

_INSTEAD: dict[tuple[str, ...], tuple[Abreast, ...]] = {
    ("child.photo", "child.met_place"): (
        (("child.met_place",), (24,), 1),
        (("child.photo",), (24,), 1),
    ),
    ("health.injuries", "health.clothing"): (
        (("health.injuries",), (24,), 2),
        (("health.clothing",), (24,), 1),
    ),
    ("to.checked_by",): (
        (("to.checked_by", "to.witness"), (11, 13), 1),
        (("to.relation", "to.called_back"), (11, 13), 1),
        (("transfer.counted",), (24,), 1),
    ),
}


def _rows_5(rows: tuple[Abreast | str, ...]) -> tuple[Abreast | str, ...]:
    found: list[Abreast | str] = []
    for one in rows:
        found += (one,) if isinstance(one, str) else _INSTEAD.get(one[0], (one,))
    return tuple(found)


BACK: Further = tuple((title, _rows_5(rows)) for title, rows in BACK_4)
"""Template 5: a private receiver's checks, who saw them, what was counted; what is often long has
the whole width, so that a few words more need no continuation sheet."""


_WAY, _PROPERTY, _OWED = BACK[3:]
WITNESS = "witness"
"""Where the lines for ink stand."""
BACK_7: Further = (
    *BACK[:3],
    (
        "Way to the receiver",
        (
            (("route.left", "route.arrived"), (11, 13), 1),
            (
                ("route.vehicle", "route.escorts", "route.same_sex", "route.odometer"),
                (5, 8, 5, 6),
                1,
            ),
        ),
    ),
    (
        "Check of the receiver, and outcome",
        (
            *_WAY[1][2:4],
            (("to.address",), (24,), 1),
            (("to.promise",), (24,), 2),
            "receiver_checks",
            (("transfer.refusal",), (24,), 2),
        ),
    ),
    ("Witness, and a copy for the child", (WITNESS,)),
    (_PROPERTY[0], ((("property.receipt", "transfer.counted"), (11, 13), 1), *_PROPERTY[1])),
    _OWED,
)
"""Template 7: where a private receiver lives, what it promised, what was searched about it. The
lines for ink stand before the tables, so that they are never alone on the last page."""
