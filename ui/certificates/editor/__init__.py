"""The template editor: boxes over the office's scan, dragged, nudged, or typed in millimetres."""
