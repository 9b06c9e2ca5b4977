"""People's mistakes: what was asked cannot be done, and the wording key that says so kindly."""

from bot.services.saying import Argument


class Mistake(Exception):
    """Nothing was changed; the person who asked is told `key`."""

    def __init__(self, key: str, **args: Argument) -> None:
        super().__init__(key)
        self.key = key
        self.arguments = args
