# calendar: months and years as data, text and HTML
import calendar
print(calendar.month(2024, 2))
print(calendar.TextCalendar(6).formatmonth(2023, 10, w=4, l=2))
print(calendar.calendar(2023, m=4))
print(calendar.HTMLCalendar().formatmonth(2024, 9))
print(calendar.monthrange(2024, 2), calendar.isleap(1900), calendar.isleap(2000), calendar.leapdays(1990, 2030), calendar.weekday(2026, 11, 21))
print(calendar.monthcalendar(2021, 2), calendar.Calendar(3).monthdays2calendar(2020, 1)[0])
print(list(calendar.Calendar().itermonthdates(2024, 1))[:3], list(calendar.Calendar().itermonthdays4(1, 1))[:2])
print(list(calendar.day_name), list(calendar.month_abbr), calendar.month_name[1:3], calendar.day_abbr[-1], len(calendar.month_name))
print(calendar.timegm((2000, 1, 1, 12, 30, 15)), calendar.weekheader(3), calendar.weekheader(10), calendar.SUNDAY)
for f in [lambda: calendar.monthrange(2000, 13), lambda: calendar.setfirstweekday(9), lambda: calendar.month_name[13], lambda: calendar.monthrange(0, 1)]:
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
calendar.setfirstweekday(calendar.SUNDAY); calendar.prmonth(2022, 5); print(calendar.firstweekday())
print(calendar.Calendar().yeardayscalendar(2023)[3][2])
print(len(calendar.HTMLCalendar().formatyearpage(2023)), calendar.HTMLCalendar().formatyear(2023, 1)[:200])
