"""Words of rules: whom they bind, what they ask, before which step, why one is left outside."""

from minors_desk.i18n import N_

WORDS = {
    "binds": {
        "police": N_("us, the police"),
        "anyone": N_("anyone, so us too"),
        "federal": N_("federal agencies"),
        "court": N_("the court"),
        "receiver": N_("the receiver"),
        "state": N_("the state or province"),
        "provider": N_("a provider of care"),
    },
    "rule_kind": {
        "deadline": N_("once, by a time"),
        "interval": N_("again and again"),
        "prohibition": N_("never"),
        "gate": N_("before a step"),
        "record": N_("to be written"),
    },
    "outside_why": {
        "defines": N_("says what a word means or who decides"),
        "agency_policy": N_("asks something of the agency, not in a case"),
        "after_the_case": N_("comes long after the case"),
        "court_event": N_("turns on what a court does"),
        "federal_event": N_("turns on what a federal agency does"),
        "loosens": N_("would protect the child less"),
        "other_channel": N_("another way to do what another rule asks"),
        "no_entry": N_("turns on what no entry tells"),
    },
    "step": {
        "handoff": N_("a handoff"),
        "private_release": N_("a release to a private person"),
        "questioning": N_("questioning"),
        "secure_holding": N_("holding the child securely"),
        "search": N_("a search of the child"),
        "disclosure": N_("telling somebody about the child"),
        "immigration_hold": N_("keeping the child longer for an immigration authority"),
        "status_question": N_("asking for the immigration status"),
        "federal_interview": N_("an interview by a federal agency"),
    },
    "gate_answer": {
        "forbidden": N_("forbidden"),
        "needs": N_("only with what it needs"),
        "allowed": N_("allowed"),
        "not_forbidden": N_("not forbidden, and owed to nobody"),
    },
    "gate_need": {
        "judge_order": N_("an order of a judge"),
        "judicial_warrant": N_("a warrant signed by a judge"),
        "supervisor": N_("a supervisor who allows it"),
        "consent_form": N_("a signed consent"),
        "written_request": N_("a request in writing"),
        "necessary_for_safety": N_("a need for somebody's safety"),
        "advice_given": N_("advice to the child that it may refuse"),
        "copy_to_child": N_("a copy of the request for the child"),
    },
    "told_about": {
        "identity": N_("who the child is"),
        "birth_date": N_("the date of birth"),
        "birthplace": N_("the place of birth"),
        "nationality": N_("the nationality"),
        "immigration_status": N_("the immigration status"),
        "address": N_("the address"),
        "location": N_("where the child is"),
        "release_time": N_("when the child is let go"),
        "family": N_("the family"),
        "school": N_("the school"),
        "health": N_("health"),
        "criminal_history": N_("earlier offences"),
        "youth_record": N_("a youth record"),
        "whole_record": N_("the whole record"),
    },
    "told_to": {
        "anyone": N_("anybody"),
        "immigration_authority": N_("an immigration authority"),
        "federal_agency": N_("a federal agency"),
        "consulate": N_("a consulate"),
        "foreign_state": N_("a foreign government"),
        "public": N_("the public"),
        "court": N_("a court"),
        "child_protection": N_("child protection"),
        "school": N_("a school"),
        "prosecutor": N_("a prosecutor"),
        "parent": N_("a parent"),
        "lawyer": N_("a lawyer"),
        "police": N_("another police agency"),
    },
}

FINDINGS: dict[str, str] = {}

REFUSALS: dict[str, tuple[str, str]] = {}
