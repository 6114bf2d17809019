"""Where PDFium may be used: by one thread at a time, as it keeps state for the whole process."""

from minors_desk.papers.pdfium import ONE_AT_A_TIME

__all__ = ["ONE_AT_A_TIME"]
