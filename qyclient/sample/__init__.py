"""The sample county: a register to look at and to practise on, made the same each time.

Its bodies are invented (resources/samples/county.json says so), its credit codes begin with YL
where a real body's number would stand, and its office is marked 样例.
"""
