"""`python -m plantext`."""

import sys

from plantext.cli import main

if __name__ == "__main__":
    sys.exit(main())
