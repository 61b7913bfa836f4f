"""How much a package of another office may ask of this machine."""

MEGABYTE = 1024 * 1024
FILE = 512 * MEGABYTE
"""The whole file: a county's largest full package with its scans is below this."""
UNPACKED = 2048 * MEGABYTE
PARTS = 100_000
HEADER = 2048
MANIFEST = 32 * MEGABYTE
RATIO = 300
"""How many times larger than in the archive the lines may be: JSON of a register is below 60."""
HARMLESS = 20 * MEGABYTE
LINE = 8 * MEGABYTE
IN_MEMORY = 64 * MEGABYTE
"""What is unpacked is kept in memory up to this, and above it in a file without a name."""
