"""Says on standard error how far long work has come, where somebody watches."""

import time

from minors_desk.cli.surroundings import Call

EVERY_SECONDS = 1.0


class Progress:
    """Called with (done, of all); says so once a second, at a terminal only.

    A pipe gets nothing: what stands there is read as an error. ``always`` says it there too.
    """

    def __init__(self, call: Call, what: str, *, always: bool = False) -> None:
        self._err = call.around.err
        self._what = what
        self._wanted = always or bool(getattr(self._err, "isatty", bool)())
        self._said = time.monotonic()

    def __call__(self, done: int, total: int) -> None:
        now = time.monotonic()
        if self._wanted and (done == total or now - self._said >= EVERY_SECONDS):
            self._said = now
            self._err.write(f"minors-desk: {done} of {total} {self._what}\n")
            self._err.flush()
