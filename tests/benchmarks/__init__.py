"""How the delivery compares with what people use today; `python -m tests.benchmarks`."""
