"""`python -m musnad` is the command line."""

from musnad.cli import main

if __name__ == "__main__":
    main()
