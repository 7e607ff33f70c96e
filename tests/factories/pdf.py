"""Small PDFs, written by hand: text at places in Helvetica, rules and boxes; and hostile ones."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field

WIDTH, HEIGHT = 595.0, 842.0
FONTS = {
    (False, False): "Helvetica",
    (True, False): "Helvetica-Bold",
    (False, True): "Helvetica-Oblique",
    (True, True): "Helvetica-BoldOblique",
}


@dataclass
class Sheet:
    """One page. Coordinates in points from the page's top left; text stands on its baseline."""

    width: float = WIDTH
    height: float = HEIGHT
    rotate: int = 0
    commands: list[str] = field(default_factory=list)

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float = 11,
        *,
        bold: bool = False,
        italic: bool = False,
        grey: float = 0.0,
        matrix: tuple[float, float, float, float] = (1, 0, 0, 1),
        mode: int = 0,
    ) -> Sheet:
        """Add text; `matrix` turns it, `mode` 3 hides it."""
        name = f"F{list(FONTS).index((bold, italic))}"
        escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        a, b, c, d = matrix
        self.commands.append(f"BT {grey} g {mode} Tr /{name} {size} Tf {a} {b} {c} {d} {x} {self.height - y} Tm ({escaped}) Tj ET")
        return self

    def lines(
        self, x: float, y: float, texts: list[str], size: float = 11, leading: float = 14, *, bold: bool = False, italic: bool = False
    ) -> Sheet:
        """Add lines below each other."""
        for number, text in enumerate(texts):
            self.text(x, y + number * leading, text, size, bold=bold, italic=italic)
        return self

    def raised(self, x: float, y: float, before: str, raised: str, after: str, size: float = 11) -> Sheet:
        """Add a line with a small raised piece in it."""
        self.commands.append(
            f"BT 0 g 0 Tr /F0 {size} Tf 1 0 0 1 {x} {self.height - y} Tm ({before}) Tj "
            f"/F0 {0.6 * size} Tf {0.35 * size} Ts ({raised}) Tj 0 Ts /F0 {size} Tf ({after}) Tj ET"
        )
        return self

    def rule(self, x0: float, y0: float, x1: float, y1: float, width: float = 0.7) -> Sheet:
        """Add a stroke."""
        self.commands.append(f"0 G {width} w {x0} {self.height - y0} m {x1} {self.height - y1} l S")
        return self

    def box(self, x0: float, y0: float, x1: float, y1: float, grey: float = 0.8) -> Sheet:
        """Add a filled box."""
        self.commands.append(f"{grey} g {x0} {self.height - y1} {x1 - x0} {y1 - y0} re f")
        return self

    def picture(self, x0: float, y0: float, x1: float, y1: float) -> Sheet:
        """Add a grey picture of one pixel, stretched."""
        self.commands.append(f"q {x1 - x0} 0 0 {y1 - y0} {x0} {self.height - y1} cm /Im0 Do Q")
        return self


def pdf(*sheets: Sheet, compress: bool = False) -> bytes:
    """The sheets as a PDF."""
    fonts = " ".join(f"/F{i} {3 + i} 0 R" for i in range(len(FONTS)))
    first = 3 + len(FONTS) + 1
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{first + 2 * i} 0 R" for i in range(len(sheets)))
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(sheets)} >>".encode())
    objects += [f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>".encode() for name in FONTS.values()]
    objects.append(_stream(b"\x80", "/Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray"))
    image = len(objects)
    for number, sheet in enumerate(sheets):
        page = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {sheet.width} {sheet.height}] /Rotate {sheet.rotate} "
            f"/Resources << /Font << {fonts} >> /XObject << /Im0 {image} 0 R >> >> /Contents {first + 2 * number + 1} 0 R >>"
        )
        objects.append(page.encode())
        content = "\n".join(sheet.commands).encode("cp1252")
        objects.append(_stream(zlib.compress(content), "/Filter /FlateDecode") if compress else _stream(content))
    return objects_as_pdf(objects)


def objects_as_pdf(objects: list[bytes], trailer: str = "") -> bytes:
    """Objects, numbered from 1, the catalogue first, as a file with its table of places."""
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    out += f"trailer << /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def _stream(data: bytes, keys: str = "") -> bytes:
    return f"<< {keys} /Length {len(data)} >>\nstream\n".encode() + data + b"\nendstream"


def one_page(content: bytes, keys: str = "", forms: dict[str, bytes] | None = None, media: str = "0 0 595 842") -> bytes:
    """A page with the given content stream (already filtered as `keys` says) and forms by name, each drawn by `/NAME Do`."""
    forms = forms or {}
    names = " ".join(f"/{name} {6 + i} 0 R" for i, name in enumerate(forms))
    resources = f"<< /Font << /F0 4 0 R >> /XObject << {names} >> >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [{media}] /Resources {resources} /Contents 5 0 R >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        _stream(content, keys),
    ]
    objects += [_stream(body, f"/Type /XObject /Subtype /Form /BBox [0 0 600 900] /Resources {resources}") for body in forms.values()]
    return objects_as_pdf(objects)


def self_drawing_form() -> bytes:
    """A form that draws itself, twice."""
    return one_page(b"/A Do", forms={"A": b"/A Do /A Do"})


def nested_forms(depth: int = 60) -> bytes:
    """Forms that each draw the next one twice."""
    return one_page(b"/A0 Do", forms={f"A{i}": f"/A{i + 1} Do /A{i + 1} Do".encode() for i in range(depth)})


def deflate_bomb(megabytes: int = 64, *, double: bool = False) -> bytes:
    """A content stream of spaces that swells to `megabytes`; deflated twice if `double`."""
    packer = zlib.compressobj(9)
    data = b"".join(packer.compress(b" " * 1024 * 1024) for _ in range(megabytes)) + packer.flush()
    if double:
        return one_page(zlib.compress(data, 9), "/Filter [/FlateDecode /FlateDecode]")
    return one_page(data, "/Filter /FlateDecode")


def page_tree_cycle() -> bytes:
    """A page tree whose node is its own child."""
    return objects_as_pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R] /Count 100000 >>"])


def no_pages() -> bytes:
    """A PDF without pages."""
    return objects_as_pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>"])


def deep_arrays(depth: int = 20_000) -> bytes:
    """A page whose resources nest arrays deeply."""
    return objects_as_pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /X " + b"[" * depth + b"]" * depth + b" >>",
        ]
    )


def encrypted(user: str = "secret", owner: str = "owner") -> bytes:
    """A page with text, encrypted with RC4 of 40 bits (ISO 32000-1, 7.6.3, revision 2)."""
    import hashlib

    pad = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
    file_id = b"0123456789abcdef"
    permissions = -4

    def padded(password: str) -> bytes:
        return (password.encode("latin-1") + pad)[:32]

    owner_key = hashlib.md5(padded(owner or user)).digest()[:5]
    owner_entry = _rc4(owner_key, padded(user))
    key = hashlib.md5(padded(user) + owner_entry + permissions.to_bytes(4, "little", signed=True) + file_id).digest()[:5]
    user_entry = _rc4(key, pad)
    content = b"BT /F0 11 Tf 72 700 Td (A page under lock and key that somebody may open.) Tj ET"
    own = hashlib.md5(key + (5).to_bytes(3, "little") + (0).to_bytes(2, "little")).digest()[:10]
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F0 4 0 R >> >> /Contents 5 0 R >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        _stream(_rc4(own, content)),
        f"<< /Filter /Standard /V 1 /R 2 /O <{owner_entry.hex()}> /U <{user_entry.hex()}> /P {permissions} >>".encode(),
    ]
    return objects_as_pdf(objects, f"/Encrypt 6 0 R /ID [<{file_id.hex()}> <{file_id.hex()}>]")


def _rc4(key: bytes, data: bytes) -> bytes:
    state = list(range(256))
    j = 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    out = bytearray()
    i = j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        out.append(byte ^ state[(state[i] + state[j]) % 256])
    return bytes(out)


def hanging_second_page() -> bytes:
    """A first page with text, and a second that draws a form that draws itself."""
    text = b"BT /F0 11 Tf 72 700 Td (The county looks after its bridges.) Tj ET"
    resources = b"/Resources << /Font << /F0 5 0 R >> /XObject << /A 8 0 R >> >>"
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] " + resources
    return objects_as_pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>",
            page + b" /Contents 6 0 R >>",
            page + b" /Contents 7 0 R >>",
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            _stream(text),
            _stream(b"/A Do"),
            _stream(b"/A Do /A Do", "/Type /XObject /Subtype /Form /BBox [0 0 600 900] " + resources.decode()),
        ]
    )
