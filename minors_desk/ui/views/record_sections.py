"""What the page of the record shows of it, section by section."""

from minors_desk.services.health import Health
from minors_desk.ui.kit.icon_line import IconLine
from minors_desk.ui.kit.section import Section
from minors_desk.ui.kit.tokens import Tone
from minors_desk.wording.phrases import joined
from minors_desk.wording.record import ago_words, holder_words, since_words, size_words
from minors_desk.wording.telling.backups import verified_words


def show_backup(section: Section, found: Health, zone: str) -> None:
    """The newest backup: when, by whom, where to, and what was written since."""
    last = found.backup
    section.clear_rows()
    if last is None:
        words = "Never. One lost disk would lose everything"
        section.add_widget_row("Last", IconLine(words, Tone.AMBER))
        return
    why = "before an upgrade of the record" if last.before_upgrade else ""
    place = last.place or ("backups in the record folder" if why else "not written down")
    section.add_row("Last", ago_words(last.at, found.as_of, zone))
    section.add_row("By", joined(last.by, why))
    section.add_row("Where to", place)
    section.add_row("Holds", since_words(last.upto, found.measures.entries))
    section.add_row("Size", size_words(last.size))


def show_check(section: Section, found: Health, zone: str) -> None:
    """The newest check of the whole record, and its answer."""
    last = found.check
    section.clear_rows()
    if last is None:
        words = "Never, as far as the log knows"
        section.add_widget_row("Last", IconLine(words, Tone.AMBER))
        return
    tone = Tone.RED if last.problems else Tone.GREEN
    section.add_row("Last", ago_words(last.at, found.as_of, zone))
    section.add_row("By", last.by)
    section.add_widget_row("Answer", IconLine(verified_words(last.problems), tone))
    section.add_row("Read", since_words(last.upto, found.measures.entries))


def show_record(section: Section, found: Health, zone: str) -> None:
    """How large it is, what its lists are made by, and who may write in it."""
    told = found.measures
    files = "1 file" if told.attachments == 1 else f"{told.attachments} files"
    section.clear_rows()
    index = f"version {told.index_version}"
    stale = joined(index, "of another version: make it again")
    section.add_row("Database", joined(size_words(told.size), f"tables {told.schema}"))
    section.add_row("Attachments", joined(files, size_words(told.attached)))
    section.add_row("Index", joined(index, "up to date") if told.index_is_current else stale)
    section.add_row("May write", holder_words(told.holder, zone))
    section.add_row("Folder", found.folder)
    section.add_row("Fingerprint", told.fingerprint)
