"""Errors a caller may meet.

MayokeError (never raised itself)
├── BadInput(ValueError)      what was handed in is not a message
│   ├── EmptyInput
│   ├── TooLarge
│   └── UnsupportedInput      a form that is not read yet (.msg)
└── BadRegistry(ValueError)   a record of the registry is wrong
"""


class MayokeError(Exception):
    """The root; catch this to catch all of ours."""


class BadInput(MayokeError, ValueError):
    """The input is no message that can be judged; the text says what to do."""


class EmptyInput(BadInput):
    """Nothing was handed in."""


class TooLarge(BadInput):
    """The input is larger than the limit that the text names."""


class UnsupportedInput(BadInput):
    """A form that this version does not read."""


class BadRegistry(MayokeError, ValueError):
    """A registry record breaks a rule; the text names file and rule."""
