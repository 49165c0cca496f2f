# Helpers of requests.utils and structures.
# heavy
import requests
from requests import utils
from requests.structures import CaseInsensitiveDict, LookupDict

headers = CaseInsensitiveDict({"Accept": "x"}, Other="y")
headers["ACCEPT"] = "z"
print(headers, headers["accept"], "OTHER" in headers, len(headers), list(headers))
del headers["oTher"]
print(headers == {"accept": "z"}, headers.copy(), headers.get("none", 1))
print(utils.requote_uri("http://h/a b%20c%7e?q=%zz"), utils.unquote_unreserved("%41%2F%7E"))
print(utils.get_auth_from_url("http://u%20x:p%40@h/"), utils.urldefragauth("http://u:p@h/p#f"))
print(utils.parse_header_links('<http://h/1>; rel=front; type="image/jpeg",<http://h/2>;rel=back'))
print(utils.get_encoding_from_headers({"content-type": "text/html; charset='utf-8'"}),
      utils.get_encoding_from_headers({"content-type": "text/html"}), utils.get_encoding_from_headers({}))
print(utils.super_len("abc"), utils.super_len(b"ab"), utils.guess_filename(open(__file__)))
print(utils.select_proxy("http://h/x", {"http": "p", "http://h": "q"}), utils.should_bypass_proxies("http://10.1.2.3/", "10.0.0.0/8"))
print(utils.to_key_val_list({"a": 1}), utils.parse_dict_header('a="b", c=d'), utils.default_headers()["Accept"])
print(issubclass(requests.ConnectTimeout, requests.ConnectionError), issubclass(requests.ReadTimeout, requests.Timeout))
print([each.__name__ for each in requests.exceptions.ConnectTimeout.__mro__][:5])
