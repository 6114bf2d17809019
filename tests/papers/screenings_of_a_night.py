"""A screening with every question answered, and the one after it, for the tests of their paper."""

from uuid import UUID

from minors_desk.domain.answers import Asked, LastTime
from minors_desk.domain.attachments import AttachmentAdded
from minors_desk.domain.bodies import Body
from minors_desk.domain.care import CareGiven
from minors_desk.domain.screening import (
    Health,
    Injury,
    MedicallyScreened,
    Outcome,
    Signs,
    Wellbeing,
)
from minors_desk.domain.values import LanguageValue
from tests.papers import samples
from tests.papers.case_of_ana import bodies, minute
from tests.papers.facts_of_a_night import told

PHOTO = UUID(int=52)


def full() -> MedicallyScreened:
    """Return a sheet of which every question was come to."""
    return MedicallyScreened(
        occurred_at=minute(30),
        screener="EMT Kowalski, Ambulance 12",
        interpreter="Operator 88",
        signs=Signs(
            urgent=("breathing", "dehydration"),
            illness=("cough",),
            injuries=(
                Injury(part="knee", side="left", injury="scrape", photos=(PHOTO,)),
                Injury(part="forearm", side="both", injury="bruise", words="older, yellow"),
                Injury(part="back", side="left", injury="burn", words=samples.DEVANAGARI),
                Injury(part="knee", side="left", injury="swelling"),
                Injury(part="face", side="right", injury="mark"),
            ),
            pain=4,
        ),
        health=Health(
            medicines=Asked(answer="yes", words="Salbutamol inhaler"),
            last_dose=LastTime(at=minute(-300), words="at the bus station"),
            allergies=Asked(answer="yes", words="Penicillin"),
            conditions=Asked(answer="yes", words="Asthma"),
            asked_in_private="yes",
            pregnant="no",
            period_needs="yes",
            substance=Asked(answer="no"),
            aids=Asked(answer="yes", words="glasses, lost on the way"),
            infant=Asked(answer="no"),
        ),
        wellbeing=Wellbeing(
            self_harm=Asked(answer="no"),
            fear=Asked(answer="yes", words="of the dark"),
            exhaustion=Asked(answer="yes", words="falls asleep while sitting"),
            last_meal=LastTime(at=minute(-600)),
            last_water=LastTime(words="does not remember"),
            last_sleep=LastTime(words="two nights ago"),
            abuse_recent=Asked(answer="yes", words="said somebody hit her"),
            exam_wanted="yes",
        ),
        outcome=Outcome(
            decision="hospital",
            consent_by="emergency",
            provider="Stroger Hospital, Dr. Shah",
            finding="mild dehydration; bruises recorded",
            discharge_papers="yes",
            given=("water", "blanket"),
            recheck_at=minute(50),
        ),
    )


def screened() -> list[Body]:
    """Return a night with that sheet, its photograph, care after it, and a second screening."""
    return [
        *bodies(),
        told(7, "language", LanguageValue(language="mam", level="first_language", how="card")),
        AttachmentAdded(
            occurred_at=minute(29),
            file_id=PHOTO,
            sha256="be" * 32,
            size=1200,
            media_type="image/png",
            key="cd" * 32,
            what="injury_photo",
            purpose="left knee",
        ),
        full(),
        CareGiven(occurred_at=minute(35), what="food", answer="accepted", what_given="soup"),
        MedicallyScreened(occurred_at=minute(49), outcome=Outcome(decision="fit_to_stay")),
        CareGiven(occurred_at=minute(55), what="toilet", answer="refused"),
    ]
