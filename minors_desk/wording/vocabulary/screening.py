"""Words of the medical screening: signs, injuries, who agreed, what was decided."""

from minors_desk.i18n import N_

WORDS = {
    "urgent_sign": {
        "breathing": N_("Trouble breathing"),
        "bleeding": N_("Heavy bleeding"),
        "chest_pain": N_("Chest pain"),
        "altered": N_("Confused, drowsy or not responding"),
        "heat_or_cold": N_("Harmed by heat or cold"),
        "dehydration": N_("Dehydrated"),
    },
    "illness_sign": {
        "fever": N_("Fever"),
        "cough": N_("Cough"),
        "rash": N_("Rash"),
        "vomiting": N_("Vomiting"),
    },
    "body_part": {
        "head": N_("Head"),
        "face": N_("Face"),
        "eye": N_("Eye"),
        "ear": N_("Ear"),
        "mouth": N_("Mouth"),
        "neck": N_("Neck"),
        "shoulder": N_("Shoulder"),
        "upper_arm": N_("Upper arm"),
        "elbow": N_("Elbow"),
        "forearm": N_("Forearm"),
        "wrist": N_("Wrist"),
        "hand": N_("Hand"),
        "chest": N_("Chest"),
        "abdomen": N_("Abdomen"),
        "back": N_("Back"),
        "hip": N_("Hip"),
        "buttocks": N_("Buttocks"),
        "private_area": N_("Private area (as told)"),
        "thigh": N_("Thigh"),
        "knee": N_("Knee"),
        "lower_leg": N_("Lower leg"),
        "ankle": N_("Ankle"),
        "foot": N_("Foot"),
    },
    "body_side": {
        "left": N_("left"),
        "right": N_("right"),
        "both": N_("both sides"),
        "middle": N_("middle"),
    },
    "injury": {
        "bruise": N_("Bruise"),
        "cut": N_("Cut"),
        "scrape": N_("Scrape"),
        "burn": N_("Burn"),
        "bite": N_("Bite"),
        "swelling": N_("Swelling"),
        "bone": N_("Bone that may be broken"),
        "scar": N_("Scar"),
        "mark": N_("Mark"),
        "other": N_("Other injury"),
    },
    "decision": {
        "fit_to_stay": N_("Fit to stay"),
        "ems_called": N_("Ambulance called"),
        "hospital": N_("To hospital"),
        "clinic": N_("To a clinic"),
    },
    "consent_by": {
        "parent": N_("A parent"),
        "child": N_("The child, as the law of the place allows"),
        "emergency": N_("Emergency, nobody asked"),
        "agency": N_("The agency"),
        "unknown": N_("Unknown"),
        "refused": N_("Refused"),
        "not_asked": N_("Not asked"),
        "does_not_apply": N_("Does not apply"),
    },
}

REMINDERS = {"recheck": N_("Look at the child again, as the screening asked")}

FINDINGS: dict[str, str] = {
    "urgent_sign_without_ambulance": N_("An urgent sign, and neither ambulance nor hospital"),
}

REFUSALS: dict[str, tuple[str, str]] = {}
