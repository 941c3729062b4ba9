"""The kinds of document: their names, where their files stand, which formats they have."""

LETTER, ADDRESSEES, ABSENT, NATIONAL_TABLE = "letter", "addressees", "absent", "national-table"
REPORT, PACKET = "report", "packet"
ANNEXES = (ADDRESSEES, ABSENT, NATIONAL_TABLE)
ROUND_KINDS = (LETTER, *ANNEXES)

STEMS = {
    LETTER: "letter",
    ADDRESSEES: "annex-1-addressees",
    ABSENT: "annex-2-absent",
    NATIONAL_TABLE: "annex-3-national-table",
    REPORT: "reports/{region}",
    PACKET: "packets/{region}",
}
FIXED_FORMATS = {PACKET: ("pdf",)}  # a packet goes to the post; nobody edits it
