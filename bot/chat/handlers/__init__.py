"""What each command and button does: translate what came in and call one service."""
