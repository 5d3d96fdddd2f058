"""`python -m portfolio` is the same as `portfolio`."""

import sys

from portfolio.commands.main import main

sys.exit(main())
