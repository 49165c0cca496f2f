# robots.txt.
# heavy
from urllib.robotparser import RobotFileParser

parser = RobotFileParser("http://h/robots.txt")
print(parser.can_fetch("x", "/"), parser.crawl_delay("x"))
parser.parse("""# comment
User-agent: one
User-agent: Two
Disallow: /private
Allow: /private/open
Crawl-delay: 5
Request-rate: 3/10

User-agent: *
Allow: /tmp/ok
Disallow: /tmp
Disallow: /a%20b

Sitemap: http://h/map.xml
""".splitlines())
for agent, path in (("one", "/private"), ("one/1.0", "/private/open"), ("TWO", "/x"), ("three", "/tmp/x"), ("three", "/tmp/ok"), ("three", "/a b"),
                    ("three", "http://h/"), ("three", "/private")):
    print(agent, path, parser.can_fetch(agent, path))
print(parser.crawl_delay("one"), parser.request_rate("two"), parser.crawl_delay("other"), parser.site_maps())
print(parser)
