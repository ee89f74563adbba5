"""`python -m cl_lint`."""

import os
import sys

# `-m` puts the working folder first on the path: a module of the application that is checked
# (its own `http.py`, say) would be run in place of the library's. Nothing of it may ever run.
_home = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
if os.path.realpath(os.getcwd()) != os.path.realpath(_home):
    sys.path[:] = [p for p in sys.path if os.path.realpath(p or ".") != os.path.realpath(os.getcwd())]

from cl_lint.cli import main  # noqa: E402  (only after the path is safe)

main()
