# with a seed an update is lost between reading and writing, and none where a lock is held
# weft only
# command: --schedule-seed 5 _seeded_race.py
