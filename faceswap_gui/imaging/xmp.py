"""XMP packets: the orientation that they repeat, and where a picture comes from."""

from __future__ import annotations

import re
from html import unescape
from xml.sax.saxutils import quoteattr

_IPTC = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
_OWN = "https://ns.faceswap-gui.org/provenance/1.0/"
_PACKET = (
    b'<?xpacket begin="\xef\xbb\xbf" id="W5M0MpCehiHzreSzNTczkc9d"?>'
    b'<x:xmpmeta xmlns:x="adobe:ns:meta/">'
    b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"></rdf:RDF></x:xmpmeta>'
    b'<?xpacket end="w"?>'
)
_END = b"</rdf:RDF>"
_ORIENTATION = re.compile(rb"(tiff:Orientation\s*(?:=\s*[\"']|>)\s*)[2-8]")
_SOURCE_ATTRIBUTE = re.compile(rb"\s*Iptc4xmpExt:DigitalSourceType\s*=\s*(\"[^\"]*\"|'[^']*')")
_SOURCE_ELEMENT = re.compile(
    rb"<Iptc4xmpExt:DigitalSourceType>[^<]*</Iptc4xmpExt:DigitalSourceType>"
)
_OWN_DESCRIPTION = re.compile(rb"<rdf:Description[^>]*xmlns:faceswap=[^>]*/>")


def upright(xmp: bytes | None) -> bytes | None:
    """Set the orientation that XMP repeats from EXIF to 1."""
    return _ORIENTATION.sub(rb"\g<1>1", xmp) if xmp else None


def with_provenance(xmp: bytes | None, source: str, software: str, weights: str) -> bytes:
    """Say in a packet, or in a new one, what kind of picture this is and what made it.

    What else the packet says stays byte for byte; what is no XMP is replaced.
    """
    packet = xmp if xmp and _END in xmp else _PACKET
    for stale in (_OWN_DESCRIPTION, _SOURCE_ATTRIBUTE, _SOURCE_ELEMENT):
        packet = stale.sub(b"", packet)
    description = (
        f'<rdf:Description rdf:about="" xmlns:Iptc4xmpExt="{_IPTC}" xmlns:faceswap="{_OWN}"'
        f" Iptc4xmpExt:DigitalSourceType={quoteattr(source)}"
        f" faceswap:Software={quoteattr(software)} faceswap:Weights={quoteattr(weights)}/>"
    )
    before, end, after = packet.rpartition(_END)
    return before + description.encode() + end + after


def provenance(xmp: bytes) -> dict[str, str] | None:
    """Return a packet's ``DigitalSourceType``, and ``Software`` and ``Weights`` if it is ours.

    None where it has no such type.
    """
    found = {}
    for name in ("Iptc4xmpExt:DigitalSourceType", "faceswap:Software", "faceswap:Weights"):
        pattern = rf"{name}(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)')|>([^<]*))"
        match = re.search(pattern.encode(), xmp)
        if match:
            text = next(group for group in match.groups() if group is not None)
            found[name.partition(":")[2]] = unescape(text.decode("utf-8", "replace"))
    return found if "DigitalSourceType" in found else None
