"""Speed and memory against the raw library in the same run: `python -m tests.benchmarks`."""
