"""Lets `python -m minors_desk` do what the command `minors-desk` does."""

from minors_desk.app import main

if __name__ == "__main__":
    raise SystemExit(main())
