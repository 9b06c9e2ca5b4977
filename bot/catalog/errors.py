"""What is wrong with messages/."""


class CatalogError(Exception):
    """The messages cannot be used; one line that names file, entry and fault.

    The only family of errors of this package: whoever catches it has caught all of them.
    """
