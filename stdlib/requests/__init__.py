"""HTTP for programs, over libcurl: get(), post() and their kin, Session, Response.

It behaves as the package of this name does; where that is installed along sys.path it is taken
instead. Every call waits as a fiber does: others of a cooperative thread go on, and any number of
requests run at once.
"""

import logging

from requests import packages, utils
from requests.exceptions import (ConnectionError, ConnectTimeout, FileModeWarning, HTTPError,
                                 JSONDecodeError, ReadTimeout, RequestException, Timeout,
                                 TooManyRedirects, URLRequired)
from requests.models import PreparedRequest, Request, Response
from requests.status_codes import codes
from requests.sessions import Session, session
from requests.api import delete, get, head, options, patch, post, put, request

__version__ = "2.28.1"
__title__ = "requests"

logging.getLogger(__name__).addHandler(logging.NullHandler())
