"""Where things are: the package, and the folder with environments, corpora and output."""

import json
import pathlib

PEERS = pathlib.Path(__file__).resolve().parent
PACKAGE = PEERS.parent.parent
REQUIREMENTS = PEERS / "requirements"
ADAPTERS = PEERS / "adapters"
STORIES = PACKAGE / "fixtures" / "alignment" / "stories"

work = PACKAGE / ".build" / "peers"


def use(folder):
    """Takes another folder for all that is made."""
    global work
    if folder is not None:
        work = folder.resolve()
    work.mkdir(parents=True, exist_ok=True)


def environment(group):
    return work / f"venv-{group}"


def setup_file():
    return work / "setup.json"


def corpora():
    folder = work / "corpora"
    folder.mkdir(exist_ok=True)
    return folder


def output():
    folder = work / "output"
    folder.mkdir(exist_ok=True)
    return folder


def program(name):
    """A program of this package, as `swift build -c release` leaves it."""
    path = PACKAGE / ".build" / "release" / name
    if not path.exists():
        raise SystemExit(f"{path} is missing: run swift build -c release")
    return path


def read_json(path, otherwise):
    return json.loads(path.read_text()) if path.exists() else otherwise
