"""Reads PDF files as qpdf does, and looks for what PDF/UA-1 and PDF/A-2 ask of every file and a reader aloud needs."""

import sys

import pikepdf
from pikepdf import Name


def faces(page):
    """The fonts of a page, the one inside of each composite font."""
    for font in page.Resources.get(Name.Font, {}).values():
        assert Name.ToUnicode in font or font.Subtype == Name.Type3, f"{font.get(Name.BaseFont)} does not say which letters it draws"
        yield from font.get(Name.DescendantFonts, [font])


def whole(font):
    """What a machine without the font needs is in the file."""
    held = font.get(Name.FontDescriptor, {})
    return font.Subtype == Name.Type3 or any(Name(f"/FontFile{kind}") in held for kind in ["", "2", "3"])


def read(path):
    with pikepdf.open(path) as file:
        problems = file.check_pdf_syntax()
        assert not problems, "; ".join(problems)
        root = file.Root
        assert root.MarkInfo.Marked and root.StructTreeRoot.K is not None, "it is not tagged"
        assert str(root.Lang) and root.ViewerPreferences.DisplayDocTitle, "neither language nor title are told"
        with file.open_metadata() as metadata:
            assert metadata.get("dc:title"), "it has no title"
            assert metadata.get("pdfuaid:part") == "1" and metadata.pdfa_status.startswith("2"), "it does not say what it conforms to"
        assert any(intent.S == Name.GTS_PDFA1 for intent in root.OutputIntents), "its colours have no profile"
        for number, page in enumerate(file.pages, 1):
            assert Name.StructParents in page, f"page {number} is no part of the tree"
            for annotation in page.get(Name.Annots, []):
                assert Name.StructParent in annotation and Name.Contents in annotation, f"a link of page {number} has no words"
            for font in faces(page):
                assert whole(font), f"{font.get(Name.BaseFont)} of page {number} is not in the file"


bad = False
for path in sys.argv[1:]:
    try:
        read(path)
    except Exception as error:
        print(f"{path}: {error or type(error).__name__}")
        bad = True
sys.exit(bad)
