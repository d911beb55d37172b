"""Compiles Typst documents; without one it shows that the compiler is here."""

import sys
import typst

bad = False
for path in sys.argv[1:]:
    try:
        typst.compile(path, format="pdf")
    except Exception as error:
        bad = True
        print(path, error)
sys.exit(bad)
