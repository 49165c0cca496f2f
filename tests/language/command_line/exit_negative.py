# Negative statuses wrap too.
raise SystemExit(-1)
