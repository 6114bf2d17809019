"""Writes the one stylesheet of the application from a set of tokens and a text size."""

from minors_desk.ui.kit.tokens import BOLD, RADIUS, SIZES, TextRole, Tokens, Tone


def stylesheet(tokens: Tokens, percent: int) -> str:
    """The whole sheet; `percent` is the text size, 100 to 200."""
    sizes = {role: round(size * percent / 100) for role, size in SIZES.items()}
    return "\n".join(
        (
            _text(tokens, sizes),
            _surfaces(tokens),
            _buttons(tokens),
            _fields(tokens),
            _choices(tokens, sizes[TextRole.BODY]),
            _scrolling(tokens),
            _tables(tokens, sizes[TextRole.SMALL]),
            _rail(tokens),
        )
    )


def _text(t: Tokens, sizes: dict[TextRole, int]) -> str:
    rules = [
        f"QToolTip {{ color: {t.text}; background: {t.surface}; border: 1px solid {t.line}; }}"
    ]
    for role, size in sizes.items():
        weight = 700 if role in BOLD else 400
        ink = t.muted if role is TextRole.SMALL else t.text
        rules.append(
            f'[role="{role}"] {{ font-size: {size}px; font-weight: {weight}; color: {ink};'
            " background: transparent; }"
        )
    rules.append('[role="small"][weight="bold"] { font-weight: 700; }')
    rules += [f'[role][tone="{tone}"] {{ color: {t.ink(tone)}; }}' for tone in Tone]
    return "\n".join(rules)


def _surfaces(t: Tokens) -> str:
    notices = "\n".join(
        f'#notice[tone="{tone}"] {{ background: {t.ground(tone)};'
        f" border-left: 4px solid {t.ink(tone)}; }}"
        for tone in Tone
    )
    cards = "\n".join(
        f'#card[tone="{tone}"] {{ border-left: 4px solid {t.ink(tone)}; }}'
        for tone in (Tone.RED, Tone.AMBER, Tone.GREEN, Tone.ACCENT)
    )
    return f"""
#page {{ background: {t.background}; }}
#head {{ background: {t.surface}; border-bottom: 1px solid {t.line}; }}
#section, #card {{ background: {t.surface}; border: 1px solid {t.line};
  border-radius: {RADIUS}px; }}
#card {{ border-left: 4px solid {t.line}; border-top-left-radius: 0;
  border-bottom-left-radius: 0; }}
{cards}
#notice {{ border: none; border-top-right-radius: 4px; border-bottom-right-radius: 4px; }}
{notices}
#line {{ background: {t.line}; border: none; }}
#ask {{ background: {t.surface}; }}
#foot {{ border-top: 1px solid {t.line}; }}
"""


def _buttons(t: Tokens) -> str:
    return f"""
QPushButton {{ padding: 6px 14px; border: 1px solid {t.control}; border-radius: {RADIUS}px;
  background: {t.surface}; color: {t.text}; font-weight: 700; }}
QPushButton:hover {{ background: {t.pale_neutral}; }}
QPushButton:pressed {{ background: {t.line}; }}
QPushButton:focus {{ border: 2px solid {t.accent}; padding: 5px 13px; outline: none; }}
QPushButton:disabled {{ color: {t.muted}; background: {t.pale_neutral}; border-color: {t.line}; }}
QPushButton[kind="primary"] {{ background: {t.accent}; color: {t.on_accent};
  border-color: {t.accent}; }}
QPushButton[kind="primary"]:hover {{ background: {t.accent_pressed}; }}
QPushButton[kind="primary"]:pressed {{ background: {t.accent_pressed}; }}
QPushButton[kind="primary"]:focus {{ border: 2px solid {t.text}; }}
QPushButton[kind="primary"]:disabled {{ color: {t.muted}; background: {t.pale_neutral};
  border-color: {t.line}; }}
QPushButton[kind="plain"] {{ background: transparent; color: {t.accent};
  border: 1px solid transparent;
  padding: 3px 7px; }}
QPushButton[kind="plain"]:hover {{ background: {t.pale_accent}; }}
QPushButton[kind="plain"]:pressed {{ background: {t.pale_accent}; }}
QPushButton[kind="plain"]:focus {{ border: 2px solid {t.accent}; padding: 2px 6px; }}
QPushButton[kind="plain"]:disabled {{ color: {t.muted}; background: transparent; }}
"""


def _fields(t: Tokens) -> str:
    return f"""
QLineEdit, QPlainTextEdit {{ background: {t.surface}; color: {t.text};
  border: 1px solid {t.control}; border-radius: {RADIUS}px; padding: 6px 8px;
  selection-background-color: {t.accent}; selection-color: {t.on_accent};
  placeholder-text-color: {t.muted}; }}
QLineEdit:focus, QPlainTextEdit:focus {{ border: 2px solid {t.accent}; padding: 5px 7px; }}
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"] {{ border: 2px solid {t.red};
  padding: 5px 7px; }}
QLineEdit:disabled, QPlainTextEdit:disabled {{ background: {t.pale_neutral}; color: {t.muted};
  border-color: {t.line}; }}
QPlainTextEdit[quiet="true"] {{ background: {t.pale_neutral}; border: 1px solid {t.line}; }}
#answered {{ background: {t.pale_neutral}; border: 1px dashed {t.control};
  border-radius: {RADIUS}px; }}
"""


def _choices(t: Tokens, body: int) -> str:
    dot = body
    return f"""
QRadioButton, QCheckBox {{ color: {t.text}; spacing: 8px; padding: 4px 6px;
  border: 2px solid transparent; border-radius: {RADIUS}px; background: transparent; }}
QRadioButton:focus, QCheckBox:focus {{ border-color: {t.accent}; outline: none; }}
QRadioButton::indicator {{ width: {dot}px; height: {dot}px; border-radius: {dot // 2 + 2}px;
  border: 2px solid {t.control}; background: {t.surface}; }}
QRadioButton::indicator:checked {{ border: {max(4, dot // 3)}px solid {t.accent};
  width: {dot + 4 - 2 * max(4, dot // 3)}px; height: {dot + 4 - 2 * max(4, dot // 3)}px; }}
QCheckBox::indicator {{ width: {dot}px; height: {dot}px; border-radius: 3px;
  border: 2px solid {t.control}; background: {t.surface}; }}
QCheckBox::indicator:checked {{ border: {max(4, dot // 3)}px solid {t.accent};
  width: {dot + 4 - 2 * max(4, dot // 3)}px; height: {dot + 4 - 2 * max(4, dot // 3)}px; }}
QPushButton[kind="segment"] {{ padding: 5px 12px; font-weight: 400; }}
QPushButton[kind="segment"]:focus {{ padding: 4px 11px; }}
QPushButton[kind="segment"]:checked {{ background: {t.pale_accent}; color: {t.accent};
  border: 2px solid {t.accent}; padding: 4px 11px; font-weight: 700; }}
QPushButton[kind="segment"]:checked:focus {{ border-color: {t.text}; }}
QPushButton[kind="aside"] {{ padding: 5px 10px; font-weight: 400; color: {t.muted};
  border: 1px solid transparent; background: transparent; }}
QPushButton[kind="aside"]:hover {{ background: {t.pale_neutral}; }}
QPushButton[kind="aside"]:focus {{ border: 2px solid {t.accent}; padding: 4px 9px; }}
QPushButton[kind="aside"]:checked {{ background: {t.pale_neutral}; color: {t.text};
  border: 2px dashed {t.control}; padding: 4px 9px; font-weight: 700; }}
QPushButton[kind="aside"]:checked:focus {{ border-color: {t.text}; }}
"""


def _scrolling(t: Tokens) -> str:
    return f"""
QScrollArea {{ background: transparent; border: none; }}
#scrolled {{ background: transparent; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {t.control}; border-radius: 4px; min-height: 32px;
  min-width: 32px;
  margin: 2px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QProgressBar {{ background: {t.pale_neutral}; border: none; border-radius: 3px; min-height: 6px;
  max-height: 6px; }}
QProgressBar::chunk {{ background: {t.accent}; border-radius: 3px; }}
"""


def _tables(t: Tokens, small: int) -> str:
    return f"""
QTableView {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.line};
  border-radius: {RADIUS}px; outline: none; selection-background-color: {t.pale_accent};
  selection-color: {t.text}; }}
QTableView:focus {{ border: 1px solid {t.accent}; }}
QTableView::item {{ padding: 0 8px; border: none; border-bottom: 1px solid {t.line}; }}
QHeaderView {{ background: transparent; }}
QHeaderView::section {{ background: {t.surface}; color: {t.muted}; border: none;
  border-bottom: 1px solid {t.control}; padding: 0 8px; font-size: {small}px; font-weight: 700; }}
"""


def _rail(t: Tokens) -> str:
    return f"""
#rail {{ background: {t.rail}; border: none; }}
#rail [role] {{ color: {t.rail_muted}; }}
#rail [role="heading"] {{ color: {t.rail_text}; }}
"""
