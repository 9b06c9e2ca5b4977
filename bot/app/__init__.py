"""The composition root: the only place where real parts are chosen and joined."""
