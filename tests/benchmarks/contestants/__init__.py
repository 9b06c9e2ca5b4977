"""Who performs: our bot, the usual ways to build one, and the simplest loop that could do the job."""
