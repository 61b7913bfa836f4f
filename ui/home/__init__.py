"""工作台: the first thing one sees in the morning."""
