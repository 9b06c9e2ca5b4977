"""The real bot, killed again and again while it works; `python -m tests.torture --kills 200`."""
