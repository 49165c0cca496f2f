# Escaping and unescaping.
# heavy
import html

print(html.escape("<a href=\"x\">'&"), html.escape("\"'", quote=False))
for text in ("&lt;&gt;&amp;&quot;&#39;", "&notit; &notin; &not", "&#x41;&#66;&#x80;&#0;&#xD800;&#x110000;", "&nosuch; &amp &ampx", "&", "&;", "&#;", "&#x;", "a &copy b", "&CounterClockwiseContourIntegral;"):
    print(repr(text), ascii(html.unescape(text)))
from html.entities import codepoint2name, entitydefs, html5, name2codepoint
print(len(html5), len(name2codepoint), html5["amp"], name2codepoint["euro"], codepoint2name[60], entitydefs["szlig"])
