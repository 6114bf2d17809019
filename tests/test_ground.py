"""The lowest layer: errors a person can read, resources that are found, texts that translate."""

import pytest

from minors_desk import assets, errors, i18n
from minors_desk.errors import BadInput, DeskError, Refused


def test_an_error_is_one_line_of_two_sentences() -> None:
    error = DeskError("No such\ncase", "Look on the board.")
    assert str(error) == "No such case. Look on the board."
    assert str(DeskError("Really?", "")) == "Really?"


def test_every_error_has_its_exit_code() -> None:
    ours = [kind for kind in _all_kinds(DeskError) if kind.__module__ == errors.__name__]
    codes = {kind.__name__: kind.exit_code for kind in ours}
    assert codes == {
        "DeskError": 1,
        "Refused": 1,
        "NotFound": 1,
        "VerificationFailed": 1,
        "BadInput": 2,
        "CannotOpen": 3,
        "WrongPassphrase": 3,
        "LockedOut": 3,
        "NewerRecord": 3,
        "RecordDamaged": 3,
        "RecordBusy": 1,
    }
    assert all(name in (errors.__doc__ or "") for name in codes)


def test_what_errors_carry() -> None:
    refused = Refused("No", "Ask", code="handoff.unsigned", missing=("receiver",))
    assert (refused.code, refused.missing) == ("handoff.unsigned", ("receiver",))
    assert BadInput("Wrong", "Give minutes", field="minutes").field == "minutes"


def test_resources_are_found() -> None:
    assert assets.read_text("NOTICE").startswith("Minors Desk")
    assert assets.read_bytes("fonts", "NotoSans-Regular.ttf")[:4] == b"\0\1\0\0"


def test_resources_stay_in_their_folder() -> None:
    with pytest.raises(ValueError, match="not a resource"):
        assets.path("..", "pyproject.toml")
    with pytest.raises(FileNotFoundError, match="resource not installed: no/such"):
        assets.path("no", "such")


def test_a_text_without_a_translation_stays() -> None:
    for language in ("en", "es", "no_such"):
        assert i18n.translator(language)("Encounter") == "Encounter"
        assert i18n.translator(language)("") == ""
        assert i18n.ngettext(language, "one minor", "minors", 2) == "minors"
    assert i18n.N_("Encounter") == "Encounter"


def _all_kinds(kind: type[DeskError]) -> list[type[DeskError]]:
    return [kind, *(k for sub in kind.__subclasses__() for k in _all_kinds(sub))]
