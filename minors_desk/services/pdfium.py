"""Where PDFium may be used: by one thread at a time."""

from minors_desk.papers.official.comparing import PDFIUM

ONE_AT_A_TIME = PDFIUM
"""PDFium keeps state of its own for the whole process; two threads in it at once crash it."""
