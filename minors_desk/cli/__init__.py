"""The desk without a window: commands that ask services, answer in words or JSON, and exit."""

from minors_desk.cli.run import main, run
from minors_desk.cli.surroundings import Surroundings

__all__ = ["Surroundings", "main", "run"]
