"""robots.txt: what a robot may fetch."""

import collections
import time
import urllib.parse

__all__ = ["RobotFileParser"]

RequestRate = collections.namedtuple("RequestRate", "requests seconds")


class RobotFileParser:
    """The rules of one robots.txt. As long as it has been neither read nor parsed nothing may be
    fetched."""

    def __init__(self, url=""):
        self.entries = []
        self.sitemaps = []
        self.default_entry = None
        self.disallow_all = False
        self.allow_all = False
        self.set_url(url)
        self.last_checked = 0

    def mtime(self):
        """When it was fetched last, as time.time()."""
        return self.last_checked

    def modified(self):
        """Notes that it has been fetched now."""
        self.last_checked = time.time()

    def set_url(self, url):
        """The address of robots.txt."""
        self.url = url
        self.host, self.path = urllib.parse.urlparse(url)[1:3]

    def read(self):
        """Fetches and parses it."""
        import urllib.error
        import urllib.request
        try:
            answer = urllib.request.urlopen(self.url)
        except urllib.error.HTTPError as error:
            if error.code in (401, 403):
                self.disallow_all = True
            elif 400 <= error.code < 500:
                self.allow_all = True
            error.close()
        else:
            with answer:
                self.parse(answer.read().decode("utf-8").splitlines())

    def _finish(self, entry):
        if "*" in entry.useragents:
            # The first entry for everybody counts.
            if self.default_entry is None:
                self.default_entry = entry
        else:
            self.entries.append(entry)

    def parse(self, lines):
        """Takes the lines of the file."""
        # An entry is lines of agents followed by lines of rules.
        has_rules = has_agents = False
        entry = Entry()
        self.modified()
        for line in lines:
            if not line:
                if has_rules:
                    self._finish(entry)
                if has_agents or has_rules:
                    entry = Entry()
                    has_rules = has_agents = False
            line = line.partition("#")[0].strip()
            name, colon, value = line.partition(":")
            if not colon:
                continue
            name = name.strip().lower()
            value = urllib.parse.unquote(value.strip())
            if name == "user-agent":
                if has_rules:
                    self._finish(entry)
                    entry = Entry()
                    has_rules = False
                entry.useragents.append(value)
                has_agents = True
            elif name == "sitemap":
                self.sitemaps.append(value)
            elif has_agents:
                if name in ("disallow", "allow"):
                    entry.rulelines.append(RuleLine(value, name == "allow"))
                    has_rules = True
                elif name == "crawl-delay":
                    if value.isdigit():
                        entry.delay = int(value)
                    has_rules = True
                elif name == "request-rate":
                    count, slash, seconds = value.partition("/")
                    if slash and count.strip().isdigit() and seconds.strip().isdigit():
                        entry.req_rate = RequestRate(int(count), int(seconds))
                    has_rules = True
        if has_rules:
            self._finish(entry)

    def _entry_for(self, useragent):
        for entry in self.entries:
            if entry.applies_to(useragent):
                return entry
        return self.default_entry

    def can_fetch(self, useragent, url):
        """Whether the agent may fetch the URL."""
        if self.disallow_all:
            return False
        if self.allow_all:
            return True
        if not self.last_checked:
            return False
        parsed = urllib.parse.urlparse(urllib.parse.unquote(url))
        url = urllib.parse.quote(urllib.parse.urlunparse(("", "") + tuple(parsed[2:]))) or "/"
        entry = self._entry_for(useragent)
        return entry is None or entry.allowance(url)

    def crawl_delay(self, useragent):
        """Seconds between two requests of the agent; None."""
        entry = self._entry_for(useragent) if self.mtime() else None
        return entry.delay if entry is not None else None

    def request_rate(self, useragent):
        """How many requests in how many seconds the agent may make; None."""
        entry = self._entry_for(useragent) if self.mtime() else None
        return entry.req_rate if entry is not None else None

    def site_maps(self):
        """The addresses of sitemaps; None when there is none."""
        return self.sitemaps or None

    def __str__(self):
        entries = list(self.entries)
        if self.default_entry is not None:
            entries.append(self.default_entry)
        return "\n\n".join(map(str, entries))


class RuleLine:
    """One path and whether it is allowed."""

    def __init__(self, path, allowance):
        if path == "" and not allowance:
            allowance = True  # "Disallow:" forbids nothing
        path = urllib.parse.urlunparse(urllib.parse.urlparse(path))
        self.path = urllib.parse.quote(path)
        self.allowance = allowance

    def applies_to(self, filename):
        """Whether the rule is about this path."""
        return self.path == "*" or filename.startswith(self.path)

    def __str__(self):
        return ("Allow" if self.allowance else "Disallow") + ": " + self.path


class Entry:
    """Agents and the rules for them."""

    def __init__(self):
        self.useragents = []
        self.rulelines = []
        self.delay = None
        self.req_rate = None

    def __str__(self):
        lines = [f"User-agent: {agent}" for agent in self.useragents]
        if self.delay is not None:
            lines.append(f"Crawl-delay: {self.delay}")
        if self.req_rate is not None:
            lines.append(f"Request-rate: {self.req_rate.requests}/{self.req_rate.seconds}")
        lines.extend(map(str, self.rulelines))
        return "\n".join(lines)

    def applies_to(self, useragent):
        """Whether the entry is about this agent."""
        name = useragent.partition("/")[0].lower()
        return any(agent == "*" or agent.lower() in name for agent in self.useragents)

    def allowance(self, filename):
        """Whether the path may be fetched: the first rule about it says so."""
        for rule in self.rulelines:
            if rule.applies_to(filename):
                return rule.allowance
        return True
