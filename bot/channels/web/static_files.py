"""The page's own files. An address with the version in it may be kept for ever, any other is asked for again."""

import hashlib
import os
from pathlib import Path

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

FOLDER = Path(__file__).parent / "static"
FOR_EVER = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"


def version_of(folder: Path) -> str:
    """A short name of exactly these files."""
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]


VERSION = version_of(FOLDER)


class Static(StaticFiles):
    """`<file>` and `<version>/<file>`: modules that import each other by relative address stay in one version."""

    def __init__(self) -> None:
        super().__init__(directory=FOLDER)

    async def get_response(self, path: str, scope: Scope) -> Response:
        """The file; a version that is not this one gets the newest file, which is not kept."""
        first, _, rest = path.partition(os.sep)
        versioned = rest != "" and len(first) == len(VERSION) and not (FOLDER / first).exists()
        response = await super().get_response(rest if versioned else path, scope)
        response.headers["Cache-Control"] = FOR_EVER if versioned and first == VERSION else ASK_AGAIN
        return response
