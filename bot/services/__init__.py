"""What the program does for people, one use case per module: plain functions inside one transaction."""
