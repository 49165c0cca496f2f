"""Sessions: settings, cookies and connections that several requests share."""

import datetime
import time
from collections.abc import Mapping
from urllib.parse import urljoin, urlparse

from requests.adapters import HTTPAdapter
from requests.cookies import (RequestsCookieJar, cookiejar_from_dict, extract_cookies_to_jar,
                              merge_cookies)
from http.cookiejar import CookieJar
from requests.exceptions import (ChunkedEncodingError, ContentDecodingError, InvalidSchema,
                                 TooManyRedirects)
from requests.hooks import default_hooks, dispatch_hook
from requests.models import DEFAULT_REDIRECT_LIMIT, REDIRECT_STATI, PreparedRequest, Request
from requests.status_codes import codes
from requests.structures import CaseInsensitiveDict
from requests.utils import (DEFAULT_PORTS, default_headers, get_auth_from_url,
                            get_environ_proxies, get_netrc_auth, requote_uri, resolve_proxies,
                            to_key_val_list)


def merge_setting(request_setting, session_setting, dict_class=dict):
    """The setting of a request, over that of its session; None in it removes a key."""
    if session_setting is None:
        return request_setting
    if request_setting is None:
        return session_setting
    if not (isinstance(session_setting, Mapping) and isinstance(request_setting, Mapping)):
        return request_setting
    merged = dict_class(to_key_val_list(session_setting))
    merged.update(to_key_val_list(request_setting))
    for key in [key for key, value in merged.items() if value is None]:
        del merged[key]
    return merged


def merge_hooks(request_hooks, session_hooks, dict_class=dict):
    """The hooks of a request, or those of its session."""
    if session_hooks is None or session_hooks.get("response") == []:
        return request_hooks
    if request_hooks is None or request_hooks.get("response") == []:
        return session_hooks
    return merge_setting(request_hooks, session_hooks, dict_class)


class SessionRedirectMixin:
    """Following redirections."""

    def get_redirect_target(self, resp):
        """Where an answer sends one; None."""
        if not resp.is_redirect:
            return None
        location = resp.headers["location"]
        try:
            return location.encode("latin1").decode("utf8")
        except UnicodeError:
            return location

    def should_strip_auth(self, old_url, new_url):
        """Whether a password must not go to the new URL."""
        old, new = urlparse(old_url), urlparse(new_url)
        if old.hostname != new.hostname:
            return True
        if (old.scheme == "http" and old.port in (80, None) and new.scheme == "https"
                and new.port in (443, None)):
            return False
        usual = (DEFAULT_PORTS.get(old.scheme), None)
        if old.scheme == new.scheme and old.port in usual and new.port in usual:
            return False
        return old.port != new.port or old.scheme != new.scheme

    def resolve_redirects(self, resp, req, stream=False, timeout=None, verify=True, cert=None,
                          proxies=None, yield_requests=False, **adapter_kwargs):
        """The answers, or requests, that follow."""
        history = []
        url = self.get_redirect_target(resp)
        fragment = urlparse(req.url).fragment
        while url:
            prepared = req.copy()
            history.append(resp)
            resp.history = history[1:]
            try:
                resp.content
            except (ChunkedEncodingError, ContentDecodingError, RuntimeError):
                resp.raw.read(decode_content=False)
            if len(resp.history) >= self.max_redirects:
                raise TooManyRedirects(f"Exceeded {self.max_redirects} redirects.", response=resp)
            resp.close()
            if url.startswith("//"):
                url = urlparse(resp.url).scheme + ":" + url
            parsed = urlparse(url)
            if parsed.fragment == "" and fragment:
                parsed = parsed._replace(fragment=fragment)
            elif parsed.fragment:
                fragment = parsed.fragment
            url = parsed.geturl()
            prepared.url = requote_uri(url if parsed.netloc else urljoin(resp.url,
                                                                         requote_uri(url)))
            self.rebuild_method(prepared, resp)
            if resp.status_code not in (codes.temporary_redirect, codes.permanent_redirect):
                for name in ("Content-Length", "Content-Type", "Transfer-Encoding"):
                    prepared.headers.pop(name, None)
                prepared.body = None
            prepared.headers.pop("Cookie", None)
            extract_cookies_to_jar(prepared._cookies, req, resp.raw)
            merge_cookies(prepared._cookies, self.cookies)
            prepared.prepare_cookies(prepared._cookies)
            proxies = self.rebuild_proxies(prepared, proxies)
            self.rebuild_auth(prepared, resp)
            if isinstance(prepared._body_position, int) and prepared.body is not None and (
                    hasattr(prepared.body, "seek")):
                prepared.body.seek(prepared._body_position)
            req = prepared
            if yield_requests:
                yield req
            else:
                resp = self.send(req, stream=stream, timeout=timeout, verify=verify, cert=cert,
                                 proxies=proxies, allow_redirects=False, **adapter_kwargs)
                extract_cookies_to_jar(self.cookies, prepared, resp.raw)
                url = self.get_redirect_target(resp)
                yield resp

    def rebuild_auth(self, prepared_request, response):
        """Take a password out that is not for the new host; put in what is."""
        headers, url = prepared_request.headers, prepared_request.url
        if self.should_strip_auth(response.request.url, url):
            headers.pop("Authorization", None)
            prepared_request._digest = None
        auth = get_netrc_auth(url) if self.trust_env else None
        if auth is not None:
            prepared_request.prepare_auth(auth)

    def rebuild_proxies(self, prepared_request, proxies):
        """The proxies for the new host."""
        return resolve_proxies(prepared_request, proxies, self.trust_env)

    def rebuild_method(self, prepared_request, response):
        """The method that follows, as browsers do it."""
        method = prepared_request.method
        if response.status_code in (codes.see_other, codes.found) and method != "HEAD":
            method = "GET"
        if response.status_code == codes.moved and method == "POST":
            method = "GET"
        prepared_request.method = method


class Session(SessionRedirectMixin):
    """What several requests share."""

    __attrs__ = ["headers", "cookies", "auth", "proxies", "hooks", "params", "verify", "cert",
                 "adapters", "stream", "trust_env", "max_redirects"]

    def __init__(self):
        self.headers = default_headers()
        self.auth = None
        self.proxies = {}
        self.hooks = default_hooks()
        self.params = {}
        self.stream = False
        self.verify = True
        self.cert = None
        self.max_redirects = DEFAULT_REDIRECT_LIMIT
        self.trust_env = True
        self.cookies = cookiejar_from_dict({})
        self.adapters = {"https://": HTTPAdapter(), "http://": HTTPAdapter()}

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def __getstate__(self):
        return {name: getattr(self, name, None) for name in self.__attrs__}

    def __setstate__(self, state):
        self.__dict__.update(state)

    def prepare_request(self, request):
        """The request as this session sends it."""
        cookies = request.cookies or {}
        if not isinstance(cookies, CookieJar):
            cookies = cookiejar_from_dict(cookies)
        jar = RequestsCookieJar()
        if len(self.cookies):
            jar = merge_cookies(jar, self.cookies)
        jar = merge_cookies(jar, cookies)
        auth = request.auth
        if self.trust_env and not auth and not self.auth:
            auth = get_netrc_auth(request.url)
        prepared = PreparedRequest()
        prepared.prepare(method=request.method.upper(), url=request.url, files=request.files,
                         data=request.data, json=request.json,
                         headers=merge_setting(request.headers, self.headers,
                                               dict_class=CaseInsensitiveDict),
                         params=merge_setting(request.params, self.params),
                         auth=merge_setting(auth, self.auth), cookies=jar,
                         hooks=merge_hooks(request.hooks, self.hooks))
        return prepared

    def request(self, method, url, params=None, data=None, headers=None, cookies=None, files=None,
                auth=None, timeout=None, allow_redirects=True, proxies=None, hooks=None,
                stream=None, verify=None, cert=None, json=None):
        """Send a request and give the answer."""
        request = Request(method=method.upper(), url=url, headers=headers, files=files,
                          data=data or {}, json=json, params=params or {}, auth=auth,
                          cookies=cookies, hooks=hooks)
        prepared = self.prepare_request(request)
        settings = self.merge_environment_settings(prepared.url, proxies or {}, stream, verify,
                                                   cert)
        return self.send(prepared, timeout=timeout, allow_redirects=allow_redirects, **settings)

    def get(self, url, **kwargs):
        """Send a GET request."""
        kwargs.setdefault("allow_redirects", True)
        return self.request("GET", url, **kwargs)

    def options(self, url, **kwargs):
        """Send an OPTIONS request."""
        kwargs.setdefault("allow_redirects", True)
        return self.request("OPTIONS", url, **kwargs)

    def head(self, url, **kwargs):
        """Send a HEAD request."""
        kwargs.setdefault("allow_redirects", False)
        return self.request("HEAD", url, **kwargs)

    def post(self, url, data=None, json=None, **kwargs):
        """Send a POST request."""
        return self.request("POST", url, data=data, json=json, **kwargs)

    def put(self, url, data=None, **kwargs):
        """Send a PUT request."""
        return self.request("PUT", url, data=data, **kwargs)

    def patch(self, url, data=None, **kwargs):
        """Send a PATCH request."""
        return self.request("PATCH", url, data=data, **kwargs)

    def delete(self, url, **kwargs):
        """Send a DELETE request."""
        return self.request("DELETE", url, **kwargs)

    def send(self, request, **kwargs):
        """Send a prepared request and give the answer."""
        kwargs.setdefault("stream", self.stream)
        kwargs.setdefault("verify", self.verify)
        kwargs.setdefault("cert", self.cert)
        if "proxies" not in kwargs:
            kwargs["proxies"] = resolve_proxies(request, self.proxies, self.trust_env)
        if isinstance(request, Request):
            raise ValueError("You can only send PreparedRequests.")
        allow_redirects = kwargs.pop("allow_redirects", True)
        stream = kwargs.get("stream")
        adapter = self.get_adapter(url=request.url)
        start = time.perf_counter()
        response = adapter.send(request, **kwargs)
        response.elapsed = datetime.timedelta(seconds=time.perf_counter() - start)
        response = dispatch_hook("response", request.hooks, response, **kwargs)
        for each in response.history:
            extract_cookies_to_jar(self.cookies, each.request, each.raw)
        extract_cookies_to_jar(self.cookies, request, response.raw)
        if allow_redirects:
            history = list(self.resolve_redirects(response, request, **kwargs))
            if history:
                history.insert(0, response)
                response = history.pop()
                response.history = history
        elif response.is_redirect:
            response._next = next(self.resolve_redirects(response, request, yield_requests=True,
                                                         **kwargs), None)
        if not stream:
            response.content
        return response

    def merge_environment_settings(self, url, proxies, stream, verify, cert):
        """The settings of a request, the session and the environment."""
        import os
        if self.trust_env:
            for key, value in get_environ_proxies(url, proxies.get("no_proxy")).items():
                proxies.setdefault(key, value)
            if verify is True or verify is None:
                verify = (os.environ.get("REQUESTS_CA_BUNDLE")
                          or os.environ.get("CURL_CA_BUNDLE") or verify)
        return {"proxies": merge_setting(proxies, self.proxies),
                "stream": merge_setting(stream, self.stream),
                "verify": merge_setting(verify, self.verify),
                "cert": merge_setting(cert, self.cert)}

    def get_adapter(self, url):
        """The adapter for a URL."""
        for prefix, adapter in self.adapters.items():
            if url.lower().startswith(prefix.lower()):
                return adapter
        raise InvalidSchema(f"No connection adapters were found for {url!r}")

    def close(self):
        """Close all connections."""
        for adapter in self.adapters.values():
            adapter.close()

    def mount(self, prefix, adapter):
        """Use an adapter for URLs that begin with `prefix`; the longest prefix counts."""
        self.adapters[prefix] = adapter
        for key in [key for key in self.adapters if len(key) < len(prefix)]:
            self.adapters[key] = self.adapters.pop(key)


def session():
    """A session."""
    return Session()
