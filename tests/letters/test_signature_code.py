"""What the code beside a signature says."""

import datetime
from urllib.parse import parse_qs, urlsplit

from letters.signing import Mode, Signing, signature_code

DAY = datetime.date(2024, 11, 25)


def test_with_an_address_it_is_a_link_there() -> None:
    for address in ("https://contoh.go.id/periksa", "https://contoh.go.id/periksa?a=1"):
        code = signature_code("B-1/A/I.2/11/2024", DAY, "ab", Signing(Mode.BOX, address))
        assert code.startswith(address)
        told = parse_qs(urlsplit(code).query)
        assert told["nomor"] == ["B-1/A/I.2/11/2024"]
        assert told["tanggal"] == ["2024-11-25"]
        assert told["sha256"] == ["ab"]


def test_without_one_it_is_lines() -> None:
    assert signature_code("B-1", DAY, "", Signing()) == "nomor: B-1\ntanggal: 2024-11-25"
