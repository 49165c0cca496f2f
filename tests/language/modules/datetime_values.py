# Module datetime: dates, times, differences, zones, text forms
from datetime import *
import datetime as dm
def t(f,*a,**k):
    try: print(repr(f(*a,**k)))
    except BaseException as e: print(type(e).__name__, e)
print(repr(timedelta(days=1,hours=2,microseconds=5)), timedelta(days=-1,seconds=3), timedelta(1.5), timedelta(seconds=0.1), timedelta(hours=-1), timedelta(weeks=2), timedelta())
print(timedelta(5)//2, timedelta(5)/2, timedelta(5)/timedelta(2), timedelta(5)*1.5, timedelta(7)%timedelta(2), divmod(timedelta(7),timedelta(2)), -timedelta(1,1), abs(timedelta(-1)), timedelta(1)+timedelta(2), timedelta(1)-timedelta(2), timedelta(1)<timedelta(2), timedelta(1)==timedelta(hours=24), hash(timedelta(1))==hash(timedelta(hours=24)), bool(timedelta()), timedelta(1.000001).total_seconds(), timedelta.min, timedelta.max, timedelta.resolution)
t(lambda: timedelta(1)/0)
d=date(2024,2,29); print(d, repr(d), d.weekday(), d.isoweekday(), d.isocalendar(), d.toordinal(), d.timetuple(), d.ctime(), d.strftime('%Y/%m/%d %a %j %U'), d.replace(day=1), d+timedelta(1), d-timedelta(1), d-date(2023,1,1), f'{d:%d.%m.%y}', d.isoformat(), date.fromordinal(1), date.min, date.max, date.fromisoformat('2024-02-29'), date.fromisoformat('20240229'), date.fromisoformat('2024-W09-4'), date.fromisocalendar(2024,9,4))
t(date,2023,2,29); t(date,0,1,1); t(date,2023,13,1); t(date,2023,1); t(date,'a',1,1); t(date.fromisoformat,'x'); t(date.fromisoformat,'2024-13-01'); t(date.fromisoformat,3); t(lambda: date.max+timedelta(1)); t(lambda: d==3); t(date.fromordinal,0)
for y in (1999,2000,2004,2005,2008,2009,2015,2016,2020): print(date(y,1,1).isocalendar()[:], date(y,12,31).isocalendar())
tt=time(12,30,59,123456); print(tt, repr(tt), time(1), repr(time(1,2)), tt.isoformat('milliseconds'), tt.isoformat('hours'), tt.replace(hour=1), time.fromisoformat('12:30:59.123'), time.fromisoformat('1230'), time.fromisoformat('12:30+02:00'), repr(time.fromisoformat('T12:30:00Z')), tt.strftime('%H-%M-%S.%f'), time(1)<time(2), time.min, time.max, repr(time(1,tzinfo=timezone.utc)), time(1,tzinfo=timezone.utc).utcoffset())
t(time,24); t(time,0,60); t(time,0,0,0,10**6); t(time.fromisoformat,'25:00'); t(time.fromisoformat,'x'); t(lambda: time(1)<time(1,tzinfo=UTC)); t(tt.isoformat,'x'); t(time,1,tzinfo=3)
a=datetime(2024,2,29,12,30,59,5); print(a, repr(a), a.date(), a.time(), a.timetuple(), a.isoformat(), a.isoformat(' ','seconds'), a+timedelta(days=1,hours=13), a-datetime(2024,1,1), a.replace(year=2023,day=1), a.ctime(), a.strftime('%Y-%m-%d %H:%M:%S.%f %p %I'), datetime.combine(d,tt), a<datetime(2025,1,1), a==a, hash(a)==hash(datetime(2024,2,29,12,30,59,5)), f'{a:%H:%M}', datetime.min, datetime.max)
u=datetime(2024,1,1,tzinfo=timezone.utc); z=timezone(timedelta(hours=-5,minutes=-30)); print(u, repr(u), u.timestamp(), z, repr(z), timezone(timedelta(hours=1),'X'), repr(timezone(timedelta(hours=1),'X')), u.astimezone(z), repr(u.astimezone(z)), u.utcoffset(), u.tzname(), datetime.fromtimestamp(0,timezone.utc), datetime.utcfromtimestamp(1.5), datetime.fromtimestamp(1e9,z), timezone.utc, UTC is timezone.utc, u==u.astimezone(z), u-u.astimezone(z), hash(u)==hash(u.astimezone(z)), timezone(timedelta(0)) is UTC, timezone.min, timezone.max)
for s in ['2024-02-29','2024-02-29T12','2024-02-29 12:30','2024-02-29T12:30:59','2024-02-29T12:30:59.5','2024-02-29T12:30:59.123456789','2024-02-29T12:30:59+01:00','2024-02-29T12:30:59.123456-05:30','20240229T123059','20240229T123059Z','2024-W09-4T12:30','2024W094T12','2024-02-29T12:30:59,5','2024-02-30','x','2024-02-29T','2024-02-29T25:00','2024-02-29T12:30:59+24:00','2024-W09']: print(s,end=' '); t(datetime.fromisoformat,s)
t(datetime,2024,1); t(datetime,2024,1,1,24); t(lambda: a<u); t(lambda: a==u); t(lambda: a-u); t(lambda: a<d); t(lambda: a==d); t(timezone,3); t(timezone,timedelta(2)); t(tzinfo().utcoffset,None); t(datetime.combine,3,4); t(u.astimezone,3)
class Z(tzinfo):
    def utcoffset(self,dt): return timedelta(hours=2)
    def dst(self,dt): return timedelta(hours=1)
    def tzname(self,dt): return 'ZZ'
    def __repr__(self): return 'Z()'
q=datetime(2024,1,1,12,tzinfo=Z()); print(q, repr(q), q.tzname(), q.dst(), q.utctimetuple(), q.strftime('%z %Z'), q.astimezone(UTC), UTC.fromutc(u), q.timetz(), datetime.fromtimestamp(0,Z()))
for s,f in [('2024-02-29 12:30:59','%Y-%m-%d %H:%M:%S'),('29 Feb 24','%d %b %y'),('12:30 PM','%I:%M %p'),('12:30 AM','%I:%M %p'),('Thursday, 29 February 2024','%A, %d %B %Y'),('060','%j'),('2024 09 4','%G %V %u'),('2024-02-29 +0130','%Y-%m-%d %z'),('1.5','%S.%f'),('x','%Y'),('2024 x','%Y'),('2024','%Q'),('5%','%d%%'),('Mon 9 2024','%a %U %Y'),('Thu Feb 29 12:00:00 2024','%c'),('02/29/24','%x'),('12:00:01','%X'),('2024-02-29 UTC','%Y-%m-%d %Z'),('29 2','%d %m')]: print(s,f,end=' '); t(datetime.strptime,s,f)
class D(date): pass
class DT(datetime): pass
print(repr(D(2024,1,1)), repr(D(2024,1,1)+timedelta(1)), repr(DT(2024,1,1)+timedelta(1)), type(DT.now()), repr(DT.fromisoformat('2024-01-01')))
print(abs(datetime.now()-datetime.now())<timedelta(seconds=5), date.today()==datetime.now().date(), dm.__all__, MINYEAR, MAXYEAR, datetime.now(UTC).tzinfo, datetime(2024,1,1).timestamp())
