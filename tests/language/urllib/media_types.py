# Media types of names.
# heavy
import mimetypes

types = mimetypes.MimeTypes()
for name in ("a.html", "b.tar.gz", "c.tgz", "d.JPG", "e", "f.unknownending", "http://h/x.png?q", "data:text/css,x", "data:,x", "g.svgz", "h.py", ".png", "i.json"):
    print(name, types.guess_type(name))
print(types.guess_extension("text/css"), types.guess_all_extensions("image/tiff"), types.guess_extension("no/such"))
types.add_type("x/y", ".zz")
print(types.guess_type("a.zz"), types.guess_type("a.rtf"), types.guess_type("a.webp", strict=False))
