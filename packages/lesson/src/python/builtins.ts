/** Names that every cell of a notebook can read without binding them, and those of its values' attributes. */

/** `dir(builtins)` of Python 3.14. */
const PYTHON = `
  ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError
  BrokenPipeError BufferError BytesWarning ChildProcessError ConnectionAbortedError
  ConnectionError ConnectionRefusedError ConnectionResetError DeprecationWarning EOFError
  Ellipsis EncodingWarning EnvironmentError Exception ExceptionGroup False FileExistsError
  FileNotFoundError FloatingPointError FutureWarning GeneratorExit IOError ImportError
  ImportWarning IndentationError IndexError InterruptedError IsADirectoryError KeyError
  KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError None
  NotADirectoryError NotImplemented NotImplementedError OSError OverflowError
  PendingDeprecationWarning PermissionError ProcessLookupError PythonFinalizationError
  RecursionError ReferenceError ResourceWarning RuntimeError RuntimeWarning StopAsyncIteration
  StopIteration SyntaxError SyntaxWarning SystemError SystemExit TabError TimeoutError True
  TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError
  UnicodeTranslateError UnicodeWarning UserWarning ValueError Warning ZeroDivisionError abs
  aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile
  complex copyright credits delattr dict dir divmod enumerate eval exec exit filter float format
  frozenset getattr globals hasattr hash help hex id input int isinstance issubclass iter len
  license list locals map max memoryview min next object oct open ord pow print property quit
  range repr reversed round set setattr slice sorted staticmethod str sum super tuple type vars
  zip __build_class__ __builtins__ __debug__ __doc__ __import__ __loader__ __name__ __package__
  __spec__
`;

/** What IPython adds, and what Python adds inside a class. */
const NOTEBOOK =
  'display get_ipython In Out _ __ ___ __class__ __module__ __qualname__ __annotations__';

/** Public attributes of Python's own values: text, containers, numbers, generators, files. */
const ATTRIBUTES = `
  add append as_integer_ratio bit_count bit_length buffer capitalize casefold center clear close
  closed conjugate copy count decode denominator detach difference difference_update discard
  encode encoding endswith errors expandtabs extend fileno find flush format format_map
  from_bytes fromhex fromkeys get gi_code gi_frame gi_running gi_suspended gi_yieldfrom hex imag
  index insert intersection intersection_update is_integer isalnum isalpha isascii isatty
  isdecimal isdigit isdisjoint isidentifier islower isnumeric isprintable isspace issubset
  issuperset istitle isupper items join keys line_buffering ljust lower lstrip maketrans name
  newlines numerator partition pop popitem read readable readline readlines real reconfigure
  remove removeprefix removesuffix replace reverse rfind rindex rjust rpartition rsplit rstrip
  seek seekable send setdefault sort split splitlines start startswith step stop strip swapcase
  symmetric_difference symmetric_difference_update tell throw title to_bytes translate truncate
  union update upper values writable write write_through writelines zfill
`;

export const BUILTINS: ReadonlySet<string> = new Set(`${PYTHON} ${NOTEBOOK}`.trim().split(/\s+/));
export const BUILTIN_ATTRIBUTES: ReadonlySet<string> = new Set(ATTRIBUTES.trim().split(/\s+/));
