"""What is wrong with a file in messages/."""


class CatalogError(Exception):
    """A file of messages/ is broken; the message names file, entry and fault."""
