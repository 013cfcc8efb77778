"""`python -m benchmarks.load.lines FILE`: what `python -m scoring --lines` does, output dropped."""

import sys

from scoring.__main__ import Streams, main

if __name__ == "__main__":
    with open("/dev/null", "wb") as nowhere:
        sys.exit(main(["--lines", sys.argv[1]], Streams(sys.stdin.buffer, nowhere, nowhere)))
