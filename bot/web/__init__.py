"""The HTTP face: the webhook, and how the bot is for whoever watches."""
