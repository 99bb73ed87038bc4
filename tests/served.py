"""A built site on a port of this machine, as a good host serves it: compressed, with its headers, with its 404."""

from __future__ import annotations

import gzip
import mimetypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

PACKED = frozenset({".css", ".html", ".js", ".json", ".svg", ".txt", ".xml"})


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve the folder until the block ends; gives the address without a slash at its end."""
    headers = _headers(site)

    class Host(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            code, path = _found(site, unquote(urlsplit(self.path).path))
            packed = path.suffix in PACKED and "gzip" in self.headers.get("Accept-Encoding", "")
            body = _packed(path) if packed else path.read_bytes()
            self.send_response(code)
            self.send_header("Content-Type", _kind(path))
            self.send_header("Content-Length", str(len(body)))
            for name, value in headers.items():
                self.send_header(name, value)
            if packed:
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            # A browser that is led on does not wait for what it has asked for.
            with suppress(ConnectionError):
                self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class calls it so
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Host) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def _found(site: Path, path: str) -> tuple[int, Path]:
    place = (site / path.lstrip("/")).resolve()
    place = place / "index.html" if place.is_dir() else place
    if place.is_file() and place.is_relative_to(site.resolve()):
        return 200, place
    return 404, site / "404.html"


@cache
def _packed(path: Path) -> bytes:
    return gzip.compress(path.read_bytes(), 6)


def _kind(path: Path) -> str:
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return f"{kind}; charset=utf-8" if kind.startswith("text/") else kind


def _headers(site: Path) -> dict[str, str]:
    """What the site's own _headers says for every path."""
    there = site / "_headers"
    if not there.is_file():
        return {}
    block = there.read_text(encoding="utf-8").split("\n/")[0].splitlines()[1:]
    pairs = (line.strip().partition(": ") for line in block)
    return {name: value for name, _, value in pairs}
