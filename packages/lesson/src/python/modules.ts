/** Which modules a lesson may import: Python's standard library, Lectern's own, and those of the packages it names. */

/** `sys.stdlib_module_names` of Python 3.13 and 3.14, without private and Windows-only ones. */
export const STANDARD_LIBRARY: ReadonlySet<string> = words(`
  __future__ abc annotationlib antigravity argparse array ast asyncio atexit base64 bdb binascii
  bisect builtins bz2 cProfile calendar cmath cmd code codecs codeop collections colorsys
  compileall compression concurrent configparser contextlib contextvars copy copyreg csv ctypes
  curses dataclasses datetime dbm decimal difflib dis doctest email encodings ensurepip enum
  errno faulthandler fcntl filecmp fileinput fnmatch fractions ftplib functools gc genericpath
  getopt getpass gettext glob graphlib grp gzip hashlib heapq hmac html http idlelib imaplib
  importlib inspect io ipaddress itertools json keyword linecache locale logging lzma mailbox
  marshal math mimetypes mmap modulefinder multiprocessing netrc ntpath nturl2path numbers
  opcode operator optparse os pathlib pdb pickle pickletools pkgutil platform plistlib poplib
  posix posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc pydoc_data pyexpat queue
  quopri random re readline reprlib resource rlcompleter runpy sched secrets select selectors
  shelve shlex shutil signal site smtplib socket socketserver sqlite3 sre_compile sre_constants
  sre_parse ssl stat statistics string stringprep struct subprocess symtable sys sysconfig
  syslog tabnanny tarfile tempfile termios textwrap this threading time timeit tkinter token
  tokenize tomllib trace traceback tracemalloc tty turtle turtledemo types typing unicodedata
  unittest urllib uuid venv warnings wave weakref webbrowser wsgiref xml xmlrpc zipapp zipfile
  zipimport zlib zoneinfo
`);

/** Of those, the ones that the Python in the browser (Pyodide) is built without. */
const NOT_IN_BROWSER = words(`
  curses dbm ensurepip grp idlelib pwd pydoc_data readline resource syslog tkinter turtle
  turtledemo venv
`);

/** Packages that are imported under another name than they are installed under. */
const IMPORT_NAMES: Readonly<Record<string, readonly string[]>> = {
  beautifulsoup4: ['bs4'],
  'opencv-python': ['cv2'],
  pillow: ['PIL'],
  protobuf: ['google'],
  'python-dateutil': ['dateutil'],
  pyyaml: ['yaml'],
  'scikit-image': ['skimage'],
  'scikit-learn': ['sklearn'],
  setuptools: ['setuptools', 'pkg_resources']
};

export type ModuleStatus = 'available' | 'not-in-browser' | 'unknown';

/** `packages` are names as pip takes them; a version after a name does not matter here. */
export function moduleStatus(module: string, packages: ReadonlySet<string>): ModuleStatus {
  const top = module.split('.', 1)[0] ?? module;
  if (packages.has(top) || top === 'lectern') return 'available';
  if (NOT_IN_BROWSER.has(top)) return 'not-in-browser';
  return STANDARD_LIBRARY.has(top) ? 'available' : 'unknown';
}

export function importNames(packages: readonly string[]): Set<string> {
  return new Set(
    packages.flatMap((requirement) => {
      const name = (/^\s*([\w.-]+)/.exec(requirement)?.[1] ?? requirement).toLowerCase();
      const canonical = name.replace(/[-_.]+/g, '-');
      const known = Object.hasOwn(IMPORT_NAMES, canonical) ? IMPORT_NAMES[canonical] : undefined;
      return known ?? [canonical.replaceAll('-', '_'), name];
    })
  );
}

function words(text: string): Set<string> {
  return new Set(text.trim().split(/\s+/));
}
