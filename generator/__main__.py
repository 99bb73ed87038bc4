"""`python -m generator` and the command `helpglot`."""

from generator.cli import main

if __name__ == "__main__":
    main()
