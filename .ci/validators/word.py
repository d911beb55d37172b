"""Reads Word documents: with python-docx, or with a folder before them, through LibreOffice and back: the text is the same."""

import re
import subprocess
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import docx

WORDS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SIGNS = {"t": lambda sign: sign.text or "", "tab": lambda _: "\t", "br": lambda _: "\n"}


def paragraphs(root):
    """Of each paragraph its text; the number of a page is what a word processor makes of it."""
    for paragraph in root.iter(WORDS + "p"):
        signs = ((sign, SIGNS.get(sign.tag.removeprefix(WORDS))) for sign in paragraph.iter())
        text = "".join(read(sign) for sign, read in signs if read)
        if text.strip():
            yield re.sub(r"^\d+ / \d+$", "#", text)


def texts(path):
    """Of each part its paragraphs: the document, footnotes, header and footer."""
    with zipfile.ZipFile(path) as parts:
        names = (name for name in sorted(parts.namelist()) if re.fullmatch(r"word/(document|footnotes|header\d|footer\d)\.xml", name))
        read = {name: list(paragraphs(ElementTree.fromstring(parts.read(name)))) for name in names}
    return {name: text for name, text in read.items() if text}


def opened(path):
    """The same as python-docx reads it, that has headings and a marking on each page."""
    document = docx.Document(path)
    assert any(paragraph.style.name.startswith("Heading") for paragraph in document.paragraphs), "no heading has its style"
    ends = (document.sections[0].header, document.sections[0].footer)
    head, foot = ([paragraph.text for paragraph in end.paragraphs] for end in ends)
    assert head[0] and head[0] in foot, "the marking is not on each page"
    return list(paragraphs(document.element.body))


def through(office, paths):
    """Has LibreOffice write the documents again, into its folder."""
    command = ["soffice", f"-env:UserInstallation={(office / 'home').as_uri()}", "--headless", "--convert-to", "docx", "--outdir", office]
    subprocess.run([*command, *paths], check=True, stdout=subprocess.DEVNULL, timeout=1200)


paths = [Path(argument) for argument in sys.argv[1:]]
office = paths.pop(0) if paths and paths[0].suffix != ".docx" else None
if office:
    through(office, paths)
bad = False
for path in paths:
    try:
        if office:
            assert texts(path) == texts(office / path.name), "LibreOffice gives another text back"
        else:
            assert texts(path)["word/document.xml"] == opened(path), "python-docx reads another text"
    except Exception as error:
        bad = True
        print(path, repr(error))
sys.exit(bad)
