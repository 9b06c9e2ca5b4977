"""The only code that knows Telegram: receiving, routing, rendering, sending."""
