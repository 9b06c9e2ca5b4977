"""Handles what came in and sends what is due: the loops around inbox, outbox and timers."""
