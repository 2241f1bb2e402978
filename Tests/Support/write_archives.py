"""Writes web archives with warcio, which knows nothing of Reprint: python write_archives.py DIRECTORY

Prints what is in them as JSON: {"records": N, "pages": [{"url", "text", "date"}]} for each file.
"""
import gzip
import io
import json
import sys

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

directory = sys.argv[1]
words = "Mirrowell Zürich 路面電車 naïve “quoted” &amp; plain ½ Łódź".split()
texts = [
    "\n".join(" ".join(words[(i + j + k) % len(words)] for k in range(6 + j)) + "." for j in range(1 + i % 5))
    for i in range(40)
]
contents = {}


def chunked(body):
    return b"".join(b"%x\r\n%s\r\n" % (len(body[i : i + 64]), body[i : i + 64]) for i in range(0, len(body), 64)) + b"0\r\n\r\n"


def write_responses(name, compress, version):
    pages, records = [], 0
    with open(f"{directory}/{name}", "wb") as file:
        writer = WARCWriter(file, gzip=compress, warc_version=version)
        writer.write_record(writer.create_warcinfo_record(name, {"software": "warcio"}))
        records += 1
        for i, text in enumerate(texts):
            url = f"http://host{i % 3}.example/page/{i}"
            body = text.encode()
            headers = [("Content-Type", "text/plain; charset=utf-8")]
            if i % 4 == 1:
                body, headers = gzip.compress(body), headers + [("Content-Encoding", "gzip")]
            if i % 3 == 1:
                body, headers = chunked(body), headers + [("Transfer-Encoding", "chunked")]
            if i % 7 == 3:
                headers = [("Content-Type", "image/png")]
            status = "404 Not Found" if i % 11 == 5 else "200 OK"
            date = f"2025-08-{1 + i % 28:02}T10:00:00Z"
            http = StatusAndHeaders(status, headers, protocol="HTTP/1.1")
            record = writer.create_warc_record(
                url, "response", payload=io.BytesIO(body), http_headers=http, warc_headers_dict={"WARC-Date": date})
            request = writer.create_warc_record(
                url, "request", http_headers=StatusAndHeaders("GET / HTTP/1.1", [("Host", "x")], is_http_request=True))
            writer.write_request_response_pair(request, record)
            records += 2
            if status == "200 OK" and headers[0][1].startswith("text/plain"):
                pages.append({"url": url, "text": text, "date": date})
        revisit = writer.create_revisit_record("http://host0.example/page/0", "sha1:B", "http://host0.example/page/0", "2025-08-01T00:00:00Z")
        writer.write_record(revisit)
        records += 1
    contents[name] = {"records": records, "pages": pages}


def write_texts(name, compress):
    pages, records = [], 1
    with open(f"{directory}/{name}", "wb") as file:
        writer = WARCWriter(file, gzip=compress, warc_version="WARC/1.0")
        writer.write_record(writer.create_warcinfo_record(name, {"software": "warcio"}))
        for i, text in enumerate(texts):
            url = f"http://host{i % 3}.example/page/{i}"
            date = f"2025-08-{1 + i % 28:02}T10:00:00Z"
            record = writer.create_warc_record(
                url, "conversion", payload=io.BytesIO(text.encode()), warc_content_type="text/plain",
                warc_headers_dict={"WARC-Date": date})
            writer.write_record(record)
            records += 1
            pages.append({"url": url, "text": text, "date": date})
    contents[name] = {"records": records, "pages": pages}


write_responses("plain.warc", False, "WARC/1.0")
write_responses("members.warc.gz", True, "WARC/1.1")
write_texts("texts.warc.wet", False)
write_texts("members.warc.wet.gz", True)
json.dump(contents, sys.stdout)
