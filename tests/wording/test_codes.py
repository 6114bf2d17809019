"""Every code that the domain can produce has words, and every event a rule that may name it."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import msgspec
import pytest

from minors_desk.domain import (
    admission,
    ages,
    board,
    call_words,
    calling,
    closing,
    companions,
    consular,
    contacts,
    disclosing,
    disclosing_wrongs,
    duties,
    federal_calls,
    findings,
    gates,
    handoff,
    hours,
    next_call,
    reaching,
    reminders,
    retrying,
    reviewing,
    trafficking_screening,
    trafficking_standing,
)
from minors_desk.domain.admission import IMPOSSIBLE, UNDOING, Refusal
from minors_desk.domain.care import CARE_EVENTS
from minors_desk.domain.entries import CASE_KINDS, STATION_KINDS
from minors_desk.domain.events import EVENTS
from minors_desk.domain.facts import FACT_EVENTS
from minors_desk.domain.rights import CALL_EVENTS, RIGHTS_EVENTS
from minors_desk.i18n import SOURCE_LANGUAGE
from minors_desk.wording.codes import REFUSALS, WORDS, choices, refusal, word
from minors_desk.wording.sentences import HEADINGS

PACKAGE = Path(admission.__file__).parent.parent
DOMAIN = sorted((PACKAGE / "domain").glob("*.py"))
LISTS = {
    "LabelKind": "label_kind",
    "PacketFor": "packet_for",
    "SheetKind": "downtime_sheet",
    "Precision": "precision",
    "LateReason": "late",
    "How": "how_second",
    "LegalClass": "legal_class",
    "SexAsSeen": "sex",
    "StartEvent": "starts_from",
    "Condition": "condition",
    "Need": "need",
    "Taken": "taken",
    "NoAnswer": "no_answer",
    "Answer": "answer",
    "YesNo": "yes_no",
    "UrgentSign": "urgent_sign",
    "IllnessSign": "illness_sign",
    "BodyPart": "body_part",
    "BodySide": "body_side",
    "InjuryKind": "injury",
    "Decision": "decision",
    "ConsentBy": "consent_by",
    "Right": "right",
    "Understood": "understood",
    "CallTo": "call_to",
    "CallAnswer": "call_answer",
    "Extent": "search_extent",
    "SameSex": "same_sex",
    "Category": "property_category",
    "PaperKind": "identity_paper",
    "Keepsake": "keepsake",
    "ReturnedTo": "returned_to",
    "Source": "source",
    "Certainty": "certainty",
    "NameKind": "name_kind",
    "HowChecked": "how_checked",
    "CheckResult": "check_result",
    "Purpose": "contact_purpose",
    "Method": "contact_method",
    "Outcome": "contact_outcome",
    "System": "reference_system",
    "Report": "report",
    "Side": "side",
    "RefusedBy": "refused_by",
    "RefusalReason": "refusal_reason",
    "FailureReason": "failure_reason",
    "EndReason": "end_reason",
    "HeldBy": "held_by",
    "TransportPurpose": "transport_purpose",
    "LinkReason": "link_reason",
    "CopyFate": "copy_fate",
    "Outlet": "outlet",
    "Device": "device",
    "Role": "role",
    "KeyReason": "key_reason",
    "ListName": "list_name",
    "BackupReason": "backup_reason",
    "FactId": "fact",
    "LanguageLevel": "language_level",
    "LanguageKnownHow": "language_how",
    "IdKind": "id_kind",
    "NumberSeen": "number_seen",
    "PersonRole": "person_role",
    "SafeToContact": "safe_to_contact",
    "Alive": "alive",
    "Relation": "companion_relation",
    "InterpreterMode": "interpreter_mode",
    "TraffickingSign": "trafficking_sign",
    "Discovered": "discovered",
    "Indicator": "trafficking_indicator",
    "IndicatorAnswer": "indicator_answer",
    "Trained": "screener_trained",
    "EscortWhere": "escort_where",
    "InterpretedBy": "interpreted_by",
    "ScreeningOutcome": "trafficking_outcome",
    "Concern": "concern",
    "IntakeAnswer": "intake_answer",
    "AskedFor": "asked_for",
    "Service": "service_needed",
    "LawyerThere": "lawyer_there",
    "AdultThere": "adult_there",
    "OfferSaid": "offer_said",
    "OfferAnswer": "offer_answer",
    "AnsweredBy": "answered_by",
    "NoticeWhy": "notice_why",
    "NoticeTold": "notice_told",
    "GuardianWhy": "guardian_why",
    "HeldBack": "held_back",
    "CounselSays": "counsel_says",
    "About": "told_about",
    "Needs": "gate_need",
    "Step": "step",
    "Word": "law_word",
    "Asker": "asker",
    "Authority": "authority_shown",
    "Telling": "telling",
    "Federal": "federal",
    "FederalDecision": "federal_decision",
    "DetainerForm": "detainer_form",
    "DetainerWish": "detainer_wish",
    "DetainerReply": "detainer_reply",
    "Access": "access_asked",
    "ConsentForm": "consent_form",
    "MissingCategory": "missing_category",
    "ReceiverKind": "receiver_kind",
    "MediaType": "media_type",
    "AttachmentWhat": "attachment_what",
}
"""The list of words for each type of answer."""


def literals(kind: Any) -> Iterator[frozenset[str]]:
    """Every set of codes that a value of that type may hold, all the way down."""
    if get_origin(kind) is Literal:
        yield frozenset(get_args(kind))
    elif isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        for field in msgspec.structs.fields(kind):
            yield from literals(field.type)
    else:
        for part in get_args(kind):
            if part is not Ellipsis:
                yield from literals(part)


def first_arguments(method: str) -> set[str]:
    """The codes given to ``draft.<method>("...")`` anywhere in the domain."""
    calls = (
        node for file in DOMAIN for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
    )
    found = set()
    for node in calls:
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        if node.func.attr == method and isinstance(node.args[0], ast.Constant):
            found.add(str(node.args[0].value))
    return found


def test_every_answer_has_words() -> None:
    worded = {frozenset(WORDS[codes]) for codes in LISTS.values()}
    asked = {one for kind in (*CASE_KINDS, *STATION_KINDS) for one in literals(kind)}
    assert asked == worded


@pytest.mark.parametrize(
    ("codes", "states"),
    [
        ("state", board.State),
        ("handoff_state", handoff.State),
        ("told_piece", gates.About),
        ("law_whole", gates.Word),
        ("law_in_part", gates.Word),
        ("need_met", gates.Needs),
        ("voice_place", disclosing.Place),
        ("duty_state", duties.State),
        ("reminder", reminders.Code),
        ("not_called", calling.NotCalled),
        ("not_rung", reaching.Reason),
        ("call_missing", next_call.Missing),
        ("escalation", retrying.Escalation),
        ("opening", hours.State),
        ("federal_call", federal_calls.Answer),
        ("say", call_words.Code),
        ("let_go", closing.LetGo),
        ("known_from", ages.AgeFrom),
        ("companion_state", companions.CompanionState),
        ("review_state", reviewing.ReviewState),
        ("severity", findings.Severity),
        ("severity_short", findings.Severity),
        ("review_finding", findings.Code),
        ("why_screen", trafficking_standing.WhyScreen),
        ("notice_state", trafficking_standing.NoticeState),
        ("indicator_group", trafficking_screening.Group),
    ],
)
def test_every_state_has_words(codes: str, states: Any) -> None:
    assert set(WORDS[codes]) == set(get_args(states))


def test_every_legal_class_is_explained() -> None:
    assert set(WORDS["legal_class_meaning"]) == set(WORDS["legal_class"])


def test_every_finding_has_words() -> None:
    missing = set(handoff.Handoff.missing.__code__.co_consts) & set(WORDS["finding"])
    sides = {f"{side}_has_not_signed" for side in handoff.SIDES}
    found = first_arguments("find") | missing | sides | consular.WRONGS
    found |= set(disclosing_wrongs.WITHOUT_RULE.values())
    assert found == set(WORDS["finding"])
    assert found >= IMPOSSIBLE >= UNDOING


def test_every_event_may_be_named_by_a_rule_and_happens() -> None:
    in_tables = CARE_EVENTS | contacts.TABLE_EVENTS | frozenset(FACT_EVENTS.values())
    in_tables |= RIGHTS_EVENTS | CALL_EVENTS
    assert first_arguments("event") | in_tables == EVENTS


def test_every_refusal_has_words() -> None:
    raised = {
        code
        for file in (*DOMAIN, *sorted((PACKAGE / "services").glob("*.py")))
        for code in re.findall(r'Refusal\(\s*"(\w+)"', file.read_text(encoding="utf-8"))
    }
    handoff_only = {code for code in IMPOSSIBLE if code not in REFUSALS}
    assert set(REFUSALS) == raised | (IMPOSSIBLE - handoff_only)
    for code in sorted(set(REFUSALS) | handoff_only):
        params = {"field": "place", "expected": "a text", "first": "a check", "count": "2"}
        params |= {"kinds": "moved"}
        title, hint = refusal(Refusal(code, (code,), **params))
        assert title
        assert hint.endswith(".")
        assert "{" not in title + hint
        assert code not in title + hint


def test_a_handoff_refused_names_all_that_is_missing() -> None:
    error = Refusal("receiver_not_checked", ("receiver_not_checked", "officer_has_not_signed"))
    title, hint = refusal(error)
    assert title == "This handoff cannot be accepted yet"
    assert WORDS["finding"]["receiver_not_checked"] in hint
    assert WORDS["finding"]["officer_has_not_signed"] in hint


def test_a_field_refused_is_named() -> None:
    error = Refusal("not_an_entry", field="watched_by", expected="expected `str` of length >= 1")
    assert refusal(error)[1] == "Check watched_by: expected `str` of length >= 1."


def test_a_code_of_a_later_version_is_shown_as_it_is() -> None:
    assert word("source", "by_drone") == "by_drone"
    assert word("source", "said") == "says so"


@pytest.mark.parametrize("codes", sorted(WORDS))
def test_choices_keep_their_order_and_say_something(codes: str) -> None:
    assert [code for code, _ in choices(codes)] == list(WORDS[codes])
    words = [words for _, words in choices(codes)]
    assert all(words)
    assert len(set(words)) == len(words)


def test_every_kind_has_a_heading() -> None:
    kinds = {str(kind.__struct_config__.tag) for kind in (*CASE_KINDS, *STATION_KINDS)}
    assert set(HEADINGS) == kinds | {"expunged", "unreadable"}
    assert SOURCE_LANGUAGE == "en"
