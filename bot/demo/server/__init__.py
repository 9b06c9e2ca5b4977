"""A Bot API server of our own: real HTTP, the methods and rules the bot meets, faults on request."""
