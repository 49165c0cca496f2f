"""URLs: taking them apart (parse), opening them (request), what may go wrong (error, response) and
what robots may fetch (robotparser)."""
