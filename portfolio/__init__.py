"""Fellesporteføljen: prioritise, fund and follow up what municipalities and the state build together.

One folder of code, three folders of data. `portfolio/` works; `methodology/` says how we judge,
`data/` what we know, `exports/` what we hand over.

Wings, and doors. Inside `portfolio/` the wings `proposals/`, `prioritising/`, `funding/` and
`realising/` are the pure domain, standing on a few shared nouns. Every other folder is a door: the one
place where one kind of outside world (SQL, files, Excel, pictures, browser, command line) comes in or
goes out, with a room per wing.
"""

__version__ = "0.1.0"
