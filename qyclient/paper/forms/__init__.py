"""Other people's forms: written into as they are, everything else left byte for byte."""
