"""Where the certificates of authorities are."""

import os


def where():
    """The file with the certificates that the system trusts."""
    for path in ("/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt",
                 "/etc/ssl/ca-bundle.pem", "/etc/ssl/cert.pem"):
        if os.path.exists(path):
            return path
    return "/etc/ssl/certs/ca-certificates.crt"
