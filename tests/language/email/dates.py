# Dates in headers.
# heavy
from datetime import datetime, timedelta, timezone
from email.utils import *

print(formatdate(0), formatdate(0, usegmt=True), formatdate(1234567890.5, usegmt=True))
print(format_datetime(datetime(2020, 2, 3, 4, 5, 6)), format_datetime(datetime(2020, 2, 3, tzinfo=timezone.utc), usegmt=True),
      format_datetime(datetime(2020, 2, 3, tzinfo=timezone(timedelta(hours=-5)))))
for text in ("Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "06 Nov 1994 08:49:37 +0130", "Mon, 3 Feb 2020 04:05 -0500",
             "nonsense", "", "3 Feb 69 01:02:03 EST", "Mon, 3 Feb 2020 04:05:06 -0000"):
    print(repr(text), parsedate_tz(text), parsedate(text))
print(mktime_tz(parsedate_tz("Sun, 06 Nov 1994 08:49:37 GMT")), parsedate_to_datetime("Sun, 06 Nov 1994 08:49:37 +0100"),
      parsedate_to_datetime("Sun, 06 Nov 1994 08:49:37 -0000"))
try:
    parsedate_to_datetime("x")
except ValueError as error:
    print(type(error).__name__)
