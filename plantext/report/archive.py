"""Word and Excel files are zips that carry the time of their making: here they are packed anew so that the same result gives the same bytes."""

from __future__ import annotations

import io
import re
import zipfile

DATE = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can hold
MOMENT = "2000-01-01T00:00:00Z"
CORE = "docProps/core.xml"
_TIMES = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:)")


def fixed_times(data: bytes) -> bytes:
    """The same archive with one date on every member, and in the file's own properties."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as new:
        for info in old.infolist():  # in their order: [Content_Types].xml comes first
            content = old.read(info)
            if info.filename == CORE:
                content = _TIMES.sub(rb"\g<1>" + MOMENT.encode() + rb"\g<3>", content)
            member = zipfile.ZipInfo(info.filename, DATE)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o600 << 16
            member.create_system = 3  # the same on every system
            new.writestr(member, content)
    return out.getvalue()
