"""A form of no agency, to practise on: an invented court's, with a field of every kind."""

from io import BytesIO

from reportlab.lib.colors import white
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 612.0, 792.0
_TITLE = "Petition for temporary custody"
_NOT_REAL = "PRACTICE FORM of an invented court. It is not in use anywhere."
_TEXTS = (
    ("case_no", "Case number of the police", 430, 650, 140, 0),
    ("child_family_name", "Child: family name", 42, 600, 250, 0),
    ("child_given_name", "Child: given name", 310, 600, 260, 0),
    ("child_birthdate", "Child: date of birth (mm/dd/yyyy)", 42, 550, 160, 10),
    ("child_language", "Language of the child", 310, 550, 260, 0),
    ("incident_place", "Place where the child was found", 42, 500, 330, 0),
    ("incident_date", "Date the child was found", 390, 500, 180, 16),
    ("mother_name", "Mother: name", 42, 450, 250, 0),
    ("mother_phone", "Mother: telephone", 310, 450, 260, 14),
)
_HIGH = 20


def practice_form() -> bytes:
    """The PDF; equal bytes each time."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=(WIDTH, HEIGHT), invariant=True)
    canvas.setTitle(_TITLE)
    canvas.setFont("Helvetica-Bold", 15)
    canvas.drawString(42, 725, _TITLE)
    canvas.setFont("Helvetica", 9)
    canvas.drawString(42, 708, _NOT_REAL)
    form = canvas.acroForm
    for name, label, x, y, width, longest in _TEXTS:
        _label(canvas, label, x, y + _HIGH + 4)
        form.textfield(
            name=name,
            tooltip=label,
            x=x,
            y=y,
            width=width,
            height=_HIGH,
            maxlen=longest or 200,
            fontSize=10,
            borderWidth=1,
            fillColor=white,
        )
    _label(canvas, "Sex of the child", 220, 574)
    for at, (name, label) in enumerate((("child_sex_female", "F"), ("child_sex_male", "M"))):
        x = 220 + 40 * at
        form.checkbox(
            name=name, tooltip=name.replace("_", " "), x=x, y=552, size=14, fillColor=white
        )
        canvas.drawString(x + 18, 555, label)
    _label(canvas, "For the court only", 42, 404)
    form.textfield(
        name="for_the_court",
        tooltip="For the court only",
        value="PRACTICE",
        x=42,
        y=380,
        width=160,
        height=_HIGH,
        fontSize=10,
        borderWidth=1,
        fillColor=white,
        fieldFlags="readOnly",
    )
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def _label(canvas: Canvas, words: str, x: float, y: float) -> None:
    canvas.setFont("Helvetica", 8)
    canvas.drawString(x, y, words)
