"""Loads and checks messages/ once: wording, protocols and rules, as frozen objects."""
