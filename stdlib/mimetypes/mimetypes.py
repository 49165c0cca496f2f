"""Which media type the name of a file or URL tells, and the other way round.

The map is the built-in one and what the system's mime.types files add; init() reads them at first
use.
"""

import os
import posixpath
import urllib.parse

__all__ = ["knownfiles", "inited", "MimeTypes", "guess_type", "guess_all_extensions",
           "guess_extension", "add_type", "init", "read_mime_types", "suffix_map", "encodings_map",
           "types_map", "common_types"]

knownfiles = ["/etc/mime.types", "/etc/httpd/mime.types", "/etc/httpd/conf/mime.types",
              "/etc/apache/mime.types", "/etc/apache2/mime.types",
              "/usr/local/etc/httpd/conf/mime.types", "/usr/local/lib/netscape/mime.types",
              "/usr/local/etc/mime.types"]

# A media type and its endings.
_registered = """
application/javascript js mjs
application/json json
application/manifest+json webmanifest
application/msword doc dot wiz
application/n-quads nq
application/n-triples nt
application/octet-stream bin a dll exe o obj so
application/oda oda
application/pdf pdf
application/pkcs7-mime p7c
application/postscript ps ai eps
application/trig trig
application/vnd.apple.mpegurl m3u m3u8
application/vnd.ms-excel xls xlb
application/vnd.ms-powerpoint ppt pot ppa pps pwz
application/wasm wasm
application/x-bcpio bcpio
application/x-cpio cpio
application/x-csh csh
application/x-dvi dvi
application/x-gtar gtar
application/x-hdf hdf
application/x-hdf5 h5
application/x-latex latex
application/x-mif mif
application/x-netcdf cdf nc
application/x-pkcs12 p12 pfx
application/x-pn-realaudio ram
application/x-python-code pyc pyo
application/x-sh sh
application/x-shar shar
application/x-shockwave-flash swf
application/x-sv4cpio sv4cpio
application/x-sv4crc sv4crc
application/x-tar tar
application/x-tcl tcl
application/x-tex tex
application/x-texinfo texi texinfo
application/x-troff roff t tr
application/x-troff-man man
application/x-troff-me me
application/x-troff-ms ms
application/x-ustar ustar
application/x-wais-source src
application/xml xsl rdf wsdl xpdl
application/zip zip
audio/3gpp 3gp 3gpp
audio/3gpp2 3g2 3gpp2
audio/aac aac adts loas ass
audio/basic au snd
audio/mpeg mp3 mp2
audio/opus opus
audio/x-aiff aif aifc aiff
audio/x-pn-realaudio ra
audio/x-wav wav
image/avif avif
image/bmp bmp
image/gif gif
image/ief ief
image/jpeg jpg jpe jpeg
image/heic heic
image/heif heif
image/png png
image/svg+xml svg
image/tiff tiff tif
image/vnd.microsoft.icon ico
image/x-cmu-raster ras
image/x-portable-anymap pnm
image/x-portable-bitmap pbm
image/x-portable-graymap pgm
image/x-portable-pixmap ppm
image/x-rgb rgb
image/x-xbitmap xbm
image/x-xpixmap xpm
image/x-xwindowdump xwd
message/rfc822 eml mht mhtml nws
text/css css
text/csv csv
text/html html htm
text/n3 n3
text/plain txt bat c h ksh pl srt
text/richtext rtx
text/tab-separated-values tsv
text/vtt vtt
text/x-python py
text/x-setext etx
text/x-sgml sgm sgml
text/x-vcard vcf
text/xml xml
video/mp4 mp4
video/mpeg mpeg m1v mpa mpe mpg
video/quicktime mov qt
video/webm webm
video/x-msvideo avi
video/x-sgi-movie movie
"""
# In wide use, but registered by nobody.
_unregistered = """
application/rtf rtf
audio/midi midi
audio/midi mid
image/jpg jpg
image/pict pict
image/pict pct
image/pict pic
image/webp webp
text/xul xul
"""


def _read_table(lines):
    table = {}
    for line in lines:
        words = line.partition("#")[0].split()
        for ending in words[1:]:
            table["." + ending] = words[0]
    return table


inited = False
_database = None
_default_suffixes = {".svgz": ".svg.gz", ".tgz": ".tar.gz", ".taz": ".tar.gz", ".tz": ".tar.gz",
                     ".tbz2": ".tar.bz2", ".txz": ".tar.xz"}
_default_encodings = {".gz": "gzip", ".Z": "compress", ".bz2": "bzip2", ".xz": "xz", ".br": "br"}
suffix_map = dict(_default_suffixes)
encodings_map = dict(_default_encodings)
types_map = _read_table(_registered.splitlines())
common_types = _read_table(_unregistered.splitlines())


class MimeTypes:
    """A database of media types."""

    def __init__(self, filenames=(), strict=True):
        if not inited:
            init()
        self.encodings_map = dict(encodings_map)
        self.suffix_map = dict(suffix_map)
        # By index: 0 the types in wide use, 1 (strict) the registered ones.
        self.types_map = ({}, {})
        self.types_map_inv = ({}, {})
        for ending, type in _read_table(_registered.splitlines()).items():
            self.add_type(type, ending, True)
        for ending, type in _read_table(_unregistered.splitlines()).items():
            self.add_type(type, ending, False)
        for name in filenames:
            self.read(name, strict)

    def add_type(self, type, ext, strict=True):
        """Map an ending, with its dot, to a type."""
        self.types_map[bool(strict)][ext] = type
        endings = self.types_map_inv[bool(strict)].setdefault(type, [])
        if ext not in endings:
            endings.append(ext)

    def guess_type(self, url, strict=True):
        """(type, encoding) by the ending of a path or URL; None for what is not known."""
        url = os.fspath(url)
        parts = urllib.parse.urlsplit(url)
        if parts.scheme == "data":
            # data:[<type>][;<parameter>...],<data>
            comma = parts.path.find(",")
            if comma < 0:
                return None, None
            type = parts.path[:comma].partition(";")[0]
            if "=" in type or "/" not in type:
                type = "text/plain"
            return type, None
        if parts.scheme and len(parts.scheme) > 1:
            url = url.partition(":")[2]
        base, ending = posixpath.splitext(url)
        while (longer := self.suffix_map.get(ending.lower())) is not None:
            base, ending = posixpath.splitext(base + longer)
        encoding = self.encodings_map.get(ending)
        if encoding is not None:
            base, ending = posixpath.splitext(base)
        ending = ending.lower()
        type = self.types_map[True].get(ending)
        if type is None and not strict:
            type = self.types_map[False].get(ending)
        return type, encoding

    def guess_all_extensions(self, type, strict=True):
        """The endings of a type."""
        type = type.lower()
        endings = list(self.types_map_inv[True].get(type, []))
        if not strict:
            endings += [each for each in self.types_map_inv[False].get(type, [])
                        if each not in endings]
        return endings

    def guess_extension(self, type, strict=True):
        """An ending of a type; None."""
        endings = self.guess_all_extensions(type, strict)
        return endings[0] if endings else None

    def read(self, filename, strict=True):
        """Add a file in the format of mime.types."""
        with open(filename, encoding="utf-8") as file:
            self.readfp(file, strict)

    def readfp(self, fp, strict=True):
        """Add an open file in the format of mime.types."""
        for line in fp:
            words = line.partition("#")[0].split()
            for ending in words[1:]:
                self.add_type(words[0], "." + ending, strict)


def _used():
    if _database is None:
        init()
    return _database


def guess_type(url, strict=True):
    """(type, encoding) by the ending of a path or URL; None for what is not known."""
    return _used().guess_type(url, strict)


def guess_all_extensions(type, strict=True):
    """The endings of a type."""
    return _used().guess_all_extensions(type, strict)


def guess_extension(type, strict=True):
    """An ending of a type; None."""
    return _used().guess_extension(type, strict)


def add_type(type, ext, strict=True):
    """Map an ending, with its dot, to a type."""
    return _used().add_type(type, ext, strict)


def init(files=None):
    """Begin anew: with the built-in map and the known files, or what is known and `files`."""
    global suffix_map, types_map, encodings_map, common_types, inited, _database
    inited = True
    if files is None or _database is None:
        database = MimeTypes()
        files = knownfiles + list(files or ())
    else:
        database = _database
    for name in files:
        if os.path.isfile(name):
            database.read(name)
    encodings_map = database.encodings_map
    suffix_map = database.suffix_map
    types_map = database.types_map[True]
    common_types = database.types_map[False]
    _database = database


def read_mime_types(file):
    """The map of a file in the format of mime.types; None when there is no such file."""
    try:
        stream = open(file, encoding="utf-8")
    except OSError:
        return None
    with stream:
        return _read_table(stream)
