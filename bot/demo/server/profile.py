"""What the bot says about itself: commands per scope and language, names and descriptions."""

from dataclasses import dataclass, field
from typing import Any

Commands = list[dict[str, Any]]


@dataclass
class Profile:
    """Texts by kind and language; commands by scope, chat and language. "" is the language for all others."""

    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    commands: dict[tuple[str, int, str], Commands] = field(default_factory=dict)

    def text(self, kind: str, language: str) -> str:
        return self.texts.get((kind, language)) or self.texts.get((kind, ""), "")

    def commands_shown(self, chat_id: int, language: str) -> Commands:
        """The menu a person with this language sees in the chat, the narrowest scope winning."""
        wide = "all_private_chats" if chat_id > 0 else "all_group_chats"
        for scope in (("chat", chat_id), (wide, 0), ("default", 0)):
            for spoken in (language, ""):
                found = self.commands.get((*scope, spoken))
                if found:
                    return found
        return []
