"""The files of an archive are read, or named."""

from pathlib import Path

from generator.use_cases.past_files import passed_over, pdf_files


def test_what_may_hold_a_report_and_is_no_pdf_is_named_with_what_to_do(tmp_path: Path) -> None:
    inner = tmp_path / "2023"
    inner.mkdir()
    for name in ("a.pdf", "b.DOCX", "c.zip", "d.jpg", "~$b.docx", "catatan.txt", "e.PDF"):
        (inner / name).touch()
    told = list(passed_over([tmp_path]))
    assert [Path(one.source.file).name for one in told if one.source] == [
        "b.DOCX",
        "c.zip",
        "d.jpg",
    ]
    assert {one.rule for one in told} == {"file-passed-over"}
    assert "Unpack" in str(told[1].remedy)
    assert "PDF" in str(told[0].remedy)
    assert [path.name for path in pdf_files([tmp_path])] == ["a.pdf", "e.PDF"]


def test_files_that_are_named_are_read_whatever_they_are(tmp_path: Path) -> None:
    named = tmp_path / "b.docx"
    named.touch()
    assert list(passed_over([named])) == []
    assert pdf_files([named, named]) == (named,)
