"""How registers of earlier programs become today's; imports nothing of ours."""
