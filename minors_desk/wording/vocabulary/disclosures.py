"""Words of who asks for what about a child, of detainers, of federal access, and of the law."""

from minors_desk.i18n import N_

WORDS = {
    "law_word": {
        "not_forbidden": N_("Not forbidden"),
        "allowed": N_("Allowed"),
        "silent": N_("No rule known"),
        "needs": N_("Needs"),
        "forbidden": N_("Forbidden"),
    },
    "law_whole": {
        "not_forbidden": N_("Not forbidden"),
        "allowed": N_("Allowed"),
        "silent": N_("No rule known"),
        "needs": N_("Needs something first"),
        "forbidden": N_("Forbidden"),
    },
    "law_in_part": {
        "not_forbidden": N_("Not forbidden in part"),
        "allowed": N_("Allowed in part"),
        "silent": N_("No rule for part of it"),
        "needs": N_("Part needs something first"),
        "forbidden": N_("Forbidden in part"),
    },
    "voice_place": {
        "decides": N_("decides"),
        "heard": N_("speaks of it"),
        "more_special": N_("a more special rule of the same law goes before it"),
        "stricter": N_("a stricter rule goes before it"),
        "waived": N_("the agency does not go by it"),
        "binds_others": N_("does not bind police"),
    },
    "asker": {
        "immigration_authority": N_("Immigration authority"),
        "federal_agency": N_("Another federal agency"),
        "consulate": N_("Consulate"),
        "foreign_state": N_("Foreign government"),
        "child_protection": N_("Child protection"),
        "police": N_("Another police agency"),
        "prosecutor": N_("Prosecutor"),
        "court": N_("Court"),
        "lawyer": N_("Lawyer"),
        "school": N_("School"),
        "parent": N_("Parent or guardian"),
        "public": N_("Press or public"),
    },
    "told_piece": {
        "identity": N_("Who the child is"),
        "birth_date": N_("Date of birth"),
        "birthplace": N_("Place of birth"),
        "nationality": N_("Nationality"),
        "immigration_status": N_("Immigration status"),
        "address": N_("Address"),
        "location": N_("Where the child is"),
        "release_time": N_("When the child is let go"),
        "family": N_("Family"),
        "school": N_("School"),
        "health": N_("Health"),
        "criminal_history": N_("Earlier offenses"),
        "youth_record": N_("Youth record"),
        "whole_record": N_("The whole record"),
    },
    "need_met": {
        "judge_order": N_("Order of a judge"),
        "judicial_warrant": N_("Warrant signed by a judge"),
        "supervisor": N_("A supervisor allowed it"),
        "consent_form": N_("Consent signed"),
        "written_request": N_("Request in writing"),
        "necessary_for_safety": N_("Needed for safety"),
        "advice_given": N_("Child told that it may refuse"),
        "copy_to_child": N_("Copy of the request given to the child"),
    },
    "authority_shown": {
        "none": N_("None"),
        "administrative_warrant": N_("Warrant of the agency itself"),
        "judicial_warrant": N_("Warrant signed by a judge"),
        "court_order": N_("Court order"),
        "subpoena": N_("Subpoena"),
        "consent": N_("Consent"),
        "statute": N_("Statute"),
        "other": N_("Other"),
    },
    "telling": {
        "given": N_("Given"),
        "part_given": N_("Part of it given"),
        "refused": N_("Refused"),
        "put_off": N_("Put off"),
    },
    "federal": {
        "immigration_authority": N_("Immigration authority"),
        "federal_agency": N_("Another federal agency"),
    },
    "federal_decision": {
        "allowed": N_("Contact allowed"),
        "refused": N_("Contact refused"),
    },
    "detainer_form": {
        "civil_detainer": N_("Civil detainer"),
        "administrative_warrant": N_("Warrant of the agency itself"),
        "judicial_warrant": N_("Warrant signed by a judge"),
        "court_order": N_("Court order"),
    },
    "detainer_wish": {
        "hold": N_("Hold the child"),
        "notify_of_release": N_("Say when the child is let go"),
        "transfer": N_("Give the child over"),
        "interview": N_("Interview the child"),
    },
    "detainer_reply": {
        "refused": N_("Refused"),
        "notice_given": N_("Notice of the release given"),
        "held": N_("Child held"),
        "to_counsel": N_("Passed to counsel"),
    },
    "access_asked": {
        "building": N_("The building"),
        "child": N_("The child"),
        "record": N_("The record"),
    },
    "consent_form": {
        "signed": N_("Consent signed"),
        "refused_by_child": N_("Child refused"),
        "not_offered": N_("Form not offered"),
    },
}

FINDINGS = {
    "told_without_rule": N_("Told although no rule was known and no supervisor allowed it"),
    "held_without_rule": N_(
        "Held for a detainer although no rule was known and no supervisor allowed it"
    ),
    "let_in_without_rule": N_("Let in although no rule was known and no supervisor allowed it"),
    "detainer_not_told": N_("An answer to a detainer that is not in this case"),
}

REFUSALS: dict[str, tuple[str, str]] = {}

REMINDERS = {
    "detainer": N_("Detainer of {whose}: answer it"),
    "answer_put_off": N_("Answer {who}: it was put off until now"),
}
