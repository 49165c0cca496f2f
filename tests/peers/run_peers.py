#!/usr/bin/env python3
"""Our HTTP clients against nginx and against slow and broken servers, curl and wrk against ours.

    run_peers.py --interp CMD

Peers that are not installed are named as skipped. Certificates are made by openssl for the run. All
servers listen on loopback, on free ports, and end with the run. The closing line counts.
"""

import argparse
import itertools
import pathlib
import shlex
import shutil
import socket
import subprocess
import sys
import tempfile
import time

import broken_server

HERE = pathlib.Path(__file__).resolve().parent

NGINX = """
worker_processes 1; pid {folder}/pid; error_log {folder}/error.log; daemon off;
events {{ worker_connections 256; }}
http {{
  access_log off;
  client_body_temp_path {folder}/t1; proxy_temp_path {folder}/t2; fastcgi_temp_path {folder}/t3;
  uwsgi_temp_path {folder}/t4; scgi_temp_path {folder}/t5;
  gzip on; gzip_min_length 10; gzip_types text/plain; default_type text/plain;
  add_header X-Connection $connection;
  server {{
    listen 127.0.0.1:{plain}; listen 127.0.0.1:{tls} ssl;
    ssl_certificate {folder}/server.pem; ssl_certificate_key {folder}/server.key;
    root {folder}/html;
    location /away {{ return 302 /page.txt; }}
    location /moved {{ return 308 /page.txt; }}
    location /forbidden {{ return 403; }}
  }}
}}
"""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(port):
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.05)
    raise RuntimeError(f"nobody listens on port {port}")


class Run:
    """Counts, and the processes to be ended."""

    def __init__(self, interpreter):
        self.interpreter = shlex.split(interpreter)
        self.passed = self.failed = 0
        self.processes = []

    def check(self, name, good, detail=""):
        self.passed += bool(good)
        self.failed += not good
        if not good:
            print(f"FAILED {name}\n{detail}")

    def start(self, command):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.processes.append(process)

    def end(self):
        for process in self.processes:
            process.terminate()
        for process in self.processes:
            process.wait(20)

    def command(self, *command):
        return subprocess.run(command, capture_output=True, text=True, timeout=60)


def make_certificates(folder):
    def openssl(*arguments):
        subprocess.run(["openssl", *arguments], cwd=folder, check=True, capture_output=True)

    openssl("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "ca.key", "-out", "ca.pem",
            "-subj", "/CN=Test CA", "-days", "2")
    openssl("req", "-newkey", "rsa:2048", "-nodes", "-keyout", "server.key", "-out", "server.csr",
            "-subj", "/CN=localhost")
    (folder / "names").write_text("subjectAltName=DNS:localhost,IP:127.0.0.1\n")
    openssl("x509", "-req", "-in", "server.csr", "-CA", "ca.pem", "-CAkey", "ca.key",
            "-CAcreateserial", "-out", "server.pem", "-days", "2", "-extfile", "names")


def make_broken_certificates(folder):
    """By name: a server's certificate and key; beside them the CA's."""
    make_certificates(folder)

    def signed(name, host, *extra):
        (folder / f'{name}.names').write_text(f'subjectAltName=DNS:{host}\n')
        subprocess.run(['openssl', 'x509', '-req', '-in', 'server.csr', '-CA', 'ca.pem', '-CAkey',
                        'ca.key', '-CAcreateserial', '-out', f'{name}.pem', '-extfile',
                        f'{name}.names', *extra], cwd=folder, check=True, capture_output=True)
        return str(folder / f'{name}.pem'), str(folder / 'server.key')

    subprocess.run(['openssl', 'req', '-x509', '-key', 'server.key', '-out', 'self.pem', '-subj',
                    '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost', '-days', '2'],
                   cwd=folder, check=True, capture_output=True)
    return {'trusted': (str(folder / 'server.pem'), str(folder / 'server.key')),
            'wrong_host': signed('wrong_host', 'elsewhere.example', '-days', '2'),
            'expired': signed('expired', 'localhost', '-days', '-1'),
            'self_signed': (str(folder / 'self.pem'), str(folder / 'server.key'))}


def against_nginx(run, folder):
    if not shutil.which("nginx") or not shutil.which("openssl"):
        print("skipped: nginx (nginx and openssl have to be installed)")
        return
    folder.chmod(0o755)  # nginx reads it as another user
    make_certificates(folder)
    (folder / "html").mkdir()
    (folder / "html/page.txt").write_text("a page of text\n" * 1000)
    plain, tls = free_port(), free_port()
    (folder / "nginx.conf").write_text(NGINX.format(folder=folder, plain=plain, tls=tls))
    run.start(["nginx", "-c", str(folder / "nginx.conf")])
    wait_for(plain)
    done = run.command(*run.interpreter, str(HERE / "nginx_client.py"), str(plain), str(tls),
                       str(folder / "ca.pem"))
    for line in done.stdout.splitlines():
        word, _, name = line.partition(" ")
        run.check(name, word == "ok", line)
    run.check("client of nginx ends well", done.returncode == 0, done.stderr)


def against_broken_servers(run, folder):
    """What our clients make of them is what python3's make of them."""
    python = '/usr/bin/python3'
    installed = subprocess.run([python, '-c', 'import requests, gevent'], capture_output=True)
    if installed.returncode or not shutil.which('openssl'):
        print('skipped: broken servers (requests and gevent for python3 and openssl are needed)')
        return
    ports = [f'{name}={broken_server.start_secure(*files)}'
             for name, files in make_broken_certificates(folder).items()]
    arguments = [str(HERE / 'broken_client.py'), str(broken_server.start(broken_server.answer)),
                 *ports, str(folder / 'ca.pem')]
    expected = run.command(python, *arguments)
    done = run.command(*run.interpreter, *arguments)
    run.check('broken servers: python3 ends', expected.returncode == 0, expected.stderr)
    run.check('broken servers: ends', done.returncode == 0, done.stderr)
    for wanted, line in itertools.zip_longest(expected.stdout.splitlines(),
                                              done.stdout.splitlines()):
        run.check(f'broken servers: {wanted}', wanted == line, line)


def against_our_servers(run, kind):
    port = free_port()
    run.start([*run.interpreter, str(HERE / "server.py"), kind, str(port)])
    wait_for(port)
    url = f"http://127.0.0.1:{port}"
    if shutil.which("curl"):
        done = run.command("curl", "-s", url + "/one", url + "/two")
        run.check(f"{kind}: curl, two requests", done.stdout == "GET /one\nGET /two\n", done.stdout)
        done = run.command("curl", "-s", "-H", "Transfer-Encoding: chunked", "-d", "chunked body",
                           url + "/echo")
        run.check(f"{kind}: curl, chunked body", done.stdout == "chunked body", done.stdout)
        done = run.command("curl", "-s", "-d", "x" * 5000, "-H", "Expect: 100-continue",
                           url + "/echo")
        run.check(f"{kind}: curl, 100-continue", done.stdout == "x" * 5000, done.stdout[:80])
        done = run.command("curl", "-sI", url + "/head")
        run.check(f"{kind}: curl, HEAD", "200 OK" in done.stdout, done.stdout)
    else:
        print(f"skipped: {kind} with curl (not installed)")
    if shutil.which("wrk"):
        done = run.command("wrk", "-t1", "-c20", "-d2", url + "/load")
        good = "requests in" in done.stdout and "Non-2xx" not in done.stdout
        run.check(f"{kind}: wrk", good and "Socket errors" not in done.stdout, done.stdout)
    else:
        print(f"skipped: {kind} with wrk (not installed)")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--interp", required=True)
    run = Run(parser.parse_args().interp)
    try:
        with tempfile.TemporaryDirectory() as folder:
            against_nginx(run, pathlib.Path(folder))
            against_broken_servers(run, pathlib.Path(folder))
            for kind in ("pywsgi", "http.server"):
                against_our_servers(run, kind)
            run.end()
    finally:
        run.end()
    print(f"{run.passed} passed, {run.failed} failed")
    return 1 if run.failed else 0


if __name__ == "__main__":
    sys.exit(main())
