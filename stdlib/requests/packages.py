"""requests.packages.urllib3, for programs that turn its warnings off."""

import sys

import urllib3

sys.modules["requests.packages.urllib3"] = urllib3
sys.modules["requests.packages.urllib3.exceptions"] = urllib3.exceptions
