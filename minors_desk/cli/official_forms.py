"""The commands on forms of other agencies: their fields, their mapping, adopted and filled."""

from typing import Any

from minors_desk.cli.desks import at_desk
from minors_desk.cli.new_files import NewFile
from minors_desk.cli.papers import print_to
from minors_desk.cli.surroundings import Answer, Call
from minors_desk.domain.official_forms import AdoptedForm
from minors_desk.services import cases, official_forms
from minors_desk.wording.times import day_and_time


def facts(_call: Call) -> Answer:
    """Every fact that a mapping may name."""
    known = official_forms.facts()
    document = {
        "facts": [
            {"name": one.name, "label": one.label, "kind": one.kind, "codes": list(one.codes)}
            for one in known
        ]
    }
    lines = [
        f"{one.name}  {one.label}" + (f"  ({', '.join(one.codes)})" if one.codes else "")
        for one in known
    ]
    return Answer(document, lines)


def fields(call: Call) -> Answer:
    """The fields of a form, and what was found in it that could act."""
    form = official_forms.look_at(official_forms.read_file(call.args.file))
    document = {
        "title": form.title,
        "sha256": form.sha256,
        "pages": len(form.pages),
        "notes": [
            {"code": note.code, "count": note.count, "sentence": note.sentence}
            for note in form.notes
        ],
        "fields": [_field(one) for one in form.fields],
    }
    lines = [f"{len(form.fields)} fields on {len(form.pages)} pages"]
    lines += [note.sentence for note in form.notes]
    lines += [_in_words(one) for one in form.fields]
    return Answer(document, lines)


def _field(one: Any) -> dict[str, Any]:
    return {
        "name": one.name,
        "kind": one.kind,
        "explanation": one.tip,
        "places": [
            {"page": place.page, "rect": [round(side, 2) for side in place.rect]}
            for place in one.widgets
        ],
        "value": one.value,
        "max_len": one.max_len,
        "comb": one.is_comb,
        "multiline": one.is_multiline,
        "read_only": one.is_read_only,
        "required": one.is_required,
        "choices": [{"value": value, "shown": shown} for value, shown in one.choices],
        "states": list(one.states),
        "can_be_filled": one.can_be_filled,
    }


def _in_words(one: Any) -> str:
    marks = [
        f"at most {one.max_len}" if one.max_len else "",
        "cells" if one.is_comb else "",
        "read-only" if one.is_read_only else "",
        "required" if one.is_required else "",
        f"states {', '.join(one.states)}" if one.states else "",
        f"{len(one.choices)} choices" if one.choices else "",
        one.tip,
    ]
    told = "; ".join(mark for mark in marks if mark)
    return f"page {one.page}  {one.name}  {one.kind}" + (f"  {told}" if told else "")


def mapped(call: Call) -> Answer:
    """A mapping to begin with, whose guesses are marked to be checked."""
    args = call.args
    data = official_forms.read_file(args.file)
    with NewFile(args.out, "--out") as file:
        mapping = official_forms.begin_mapping(data, args.name)
        file.write(official_forms.as_text(mapping).encode())
    guessed, fields = len(mapping.mapped), len(mapping.fields)
    return Answer(
        {"name": mapping.name, "fields": fields, "guessed": guessed},
        [f"{fields} fields saved, {guessed} of them guessed: look at each, then run `form check`."],
    )


def checked(call: Call) -> Answer:
    """A mapping held against a PDF; ends with 1 when it may not be adopted."""
    args = call.args
    text = official_forms.read_text(args.map)
    found = official_forms.check(official_forms.read_file(args.file), text)
    document = {
        "name": found.mapping.name,
        "may_be_adopted": found.may_be_adopted,
        "differences": list(found.differences),
        "unchecked": list(found.mapping.unchecked),
        "mapped": len(found.mapping.mapped),
    }
    lines = [*found.differences]
    lines += [f"The field {name} is a guess: look at it." for name in found.mapping.unchecked]
    good = f"{len(found.mapping.mapped)} fields are mapped, and the form is as it was mapped."
    return Answer(document, lines or [good], code=0 if found.may_be_adopted else 1)


def adopted(call: Call) -> Answer:
    """The form may be filled here from now on."""
    args = call.args
    text = official_forms.read_text(args.map)
    data = official_forms.read_file(args.file)
    with at_desk(call, write=True) as desk:
        official_forms.adopt(desk, data, text)
        form = official_forms.named(desk, official_forms.from_text(text).name)
        return Answer(_form(form), [_called(form, desk.zone)], notes=desk.warnings)


def listed(call: Call) -> Answer:
    """The forms that may be filled here."""
    with at_desk(call, write=False) as desk:
        found = official_forms.adopted(desk)
        lines = [_called(one, desk.zone) for one in found] or ["No form was adopted here."]
        return Answer({"forms": [_form(one) for one in found]}, lines, notes=desk.warnings)


def filled(call: Call) -> Answer:
    """Fills a form from a case: issued, read back, compared, and saved."""
    args = call.args
    with NewFile(args.out, "--out") as file, at_desk(call, write=True) as desk:
        form = official_forms.named(desk, args.name)
        return print_to(file, desk, (cases.find(desk, args.case), form.paper, 0))


def _form(one: AdoptedForm) -> dict[str, Any]:
    return {
        "name": one.form,
        "paper": one.paper,
        "title": one.title,
        "version": one.version,
        "sha256": one.sha256,
        "adopted_at": one.at.isoformat(),
        "adopted_by": one.by,
    }


def _called(one: AdoptedForm, zone: str) -> str:
    at = day_and_time(one.at, zone)
    return f"{one.form}  {one.title}, version {one.version}, adopted {at} by {one.by}"
