"""The parts every view is built of; nothing else in the program sets a colour or a size."""
