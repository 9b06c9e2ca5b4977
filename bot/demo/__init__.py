"""An embedded Bot API and a page with three phones: the whole bot without a token or the internet."""
