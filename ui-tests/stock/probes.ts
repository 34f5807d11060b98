/**
 * What a kernel is asked, in the words of Jupyter's messages: each is put to plain JupyterLite's and to ours, and the answers
 * must be the same, but for what ours may say besides. A group is one test.
 */

/** Of `code`: run it, or ask about it at its end. */
export type Request = 'execute' | 'complete' | 'inspect' | 'is_complete';

export interface Probe {
  code: string;
  /** `execute` unless told. */
  request?: Request;
  /** Answers to what `input` and `getpass` ask. */
  stdin?: string[];
  /** What may differ by its nature, and what stands for it. */
  hide?: [RegExp, string][];
  /** A message that ours sends besides. */
  more?: RegExp;
}

const TIMES: [RegExp, string][] = [
  [/[\d.]+ (ns|[μu]s|µs|ms|s|min)\b/g, 'TIME'],
  [/\d[\d,]* loops?/g, 'LOOPS']
];

const run = (code: string, rest: Omit<Probe, 'code'> = {}): Probe => ({ code, ...rest });
const ask =
  (request: Request) =>
  (code: string, rest: Omit<Probe, 'code'> = {}): Probe => ({ code, request, ...rest });
const complete = ask('complete');
const inspect = ask('inspect');
const isComplete = ask('is_complete');

export const GROUPS: Record<string, Probe[]> = {
  'results and streams': [
    run('1 + 1'),
    run('_ * 21, _1 if False else None'),
    run('print("out")\nimport sys\nprint("err", file=sys.stderr)\nprint("ünï → 🎉", end="")'),
    run('sys.stdout.write("written\\n")\nNone'),
    run('for i in range(3):\n    print(i, flush=True)\n    i'),
    run('"a"; "b";'),
    run('x = 3\nx'),
    run('In[-1], len(Out) > 0, type(get_ipython()).__name__'),
    run('import warnings\nwarnings.warn("careful")'),
    run('import logging\nlogging.getLogger("a").warning("logged")')
  ],
  display: [
    run(
      'from IPython.display import *\ndisplay(HTML("<b>x</b>"), Markdown("*y*"), Latex("$z$"), JSON({"a": [1]}))'
    ),
    run('display({"text/plain": "p", "text/html": "<i>h</i>"}, raw=True)'),
    run(
      'display({"application/vnd.vegalite.v5+json": {"mark": "bar"}}, raw=True, metadata={"m": 1})'
    ),
    run(
      'class Rich:\n    def _repr_html_(self): return "<p>rich</p>"\n    def __repr__(self): return "plain"\nRich()'
    ),
    run(
      'class Bundle:\n    def _repr_mimebundle_(self, **_): return {"text/plain": "b", "image/svg+xml": "<svg/>"}, {"k": 1}\nBundle()'
    ),
    run(
      'handle = display("first", display_id="one")\nhandle.update("second")\nupdate_display("third", display_id="one")'
    ),
    run('print("gone")\nclear_output()\nprint("stays")\nclear_output(wait=True)\nprint("last")'),
    run('Image(data=b"\\x89PNG\\r\\n\\x1a\\n", format="png")'),
    run('Javascript("1")'),
    run('{"b": 1, "a": list(range(30))}'),
    run('list(range(2000))[:1200]')
  ],
  errors: [
    run('def deep(n):\n    return 1 / n\n\ndeep(0)'),
    run('undefined_name'),
    run('def broken(:\n  pass'),
    run('  indented = 1\n bad'),
    run('import helper\nhelper.divide(1, 0)'),
    run('import json\njson.loads("{")'),
    run('import packaging.version\npackaging.version.Version("no version")'),
    run(
      'try:\n    1 / 0\nexcept ZeroDivisionError as error:\n    raise ValueError("outer") from error'
    ),
    run('raise ExceptionGroup("several", [ValueError(1), TypeError(2)])'),
    run('assert 1 == 2, "not the same"'),
    run('class Mine(Exception): pass\nraise Mine("own")'),
    run('def forever(): return forever()\nforever()', { hide: [[/\d+ frames/g, 'N frames']] }),
    run('import sys\nsys.exit(3)'),
    run('raise KeyboardInterrupt'),
    run('import no_such_module_anywhere'),
    run('print("after all this")')
  ],
  input: [
    run('name = input("Who? ")\nprint("hello", name)', { stdin: ['Ada'] }),
    run('a, b = input(), input("second")\na, b', { stdin: ['', 'ü'] }),
    run('import getpass\ngetpass.getpass("Secret: ")', { stdin: ['hidden'] })
  ],
  files: [
    run('import os\nos.getcwd(), sorted(os.listdir())'),
    run('print(open("data.csv").read())'),
    run('import csv\nlist(csv.DictReader(open("data.csv")))'),
    run(
      'with open("written.txt", "w") as file:\n    file.write("one\\ntwo\\n")\nopen("written.txt").readlines()'
    ),
    run(
      'with open("written.bin", "wb") as file:\n    file.write(bytes(range(256)))\nlen(open("written.bin", "rb").read())'
    ),
    run(
      'with open("written.txt", "a") as file:\n    file.write("three\\n")\nos.path.getsize("written.txt")'
    ),
    run(
      'os.makedirs("folder/inside", exist_ok=True)\nos.rename("written.txt", "folder/moved.txt")\nsorted(os.listdir("folder"))'
    ),
    run('import pathlib\nsorted(str(path) for path in pathlib.Path().rglob("*.txt"))'),
    run(
      'os.remove("folder/moved.txt")\nos.path.exists("folder/moved.txt"), os.path.isdir("folder")'
    ),
    run('open("nowhere.txt")'),
    run('sorted(os.listdir("/")), sorted(os.listdir("/drive"))'),
    run(
      'import tempfile\nwith tempfile.NamedTemporaryFile("w+") as file:\n    file.write("t"); file.seek(0); print(file.read())'
    ),
    run('os.path.expanduser("~"), os.path.isdir(os.path.expanduser("~"))')
  ],
  packages: [
    run('import packaging\npackaging.__version__'),
    run('import anywidget\nanywidget.__version__'),
    run('%pip install psygnal'),
    run('import psygnal\npsygnal.__version__'),
    run(
      'import piplite\nawait piplite.install("typing-extensions")\nimport typing_extensions\ntyping_extensions.__name__'
    ),
    run(
      'import micropip\nsorted(name for name in micropip.list() if name in ("ipython", "jedi", "anywidget", "psygnal", "comm", "traitlets"))'
    ),
    run(
      'sorted((name, entry.version, entry.source) for name, entry in micropip.list().items() if name in ("ipython", "jedi", "six"))'
    ),
    run(
      'import importlib.metadata as metadata\n[metadata.version(name) for name in ("ipython", "jedi", "traitlets", "pygments", "comm", "ipykernel", "piplite", "pyodide-kernel")]'
    ),
    run(
      'from pyodide_js import loadedPackages\nsorted(name for name in loadedPackages.to_py() if name in ("ipython", "traitlets", "pygments"))'
    ),
    run('import numpy', { more: /^stream .*numpy could not be loaded: .* could not be reached/ }),
    run('%pip install surely-not-a-package-of-anyone', {
      hide: [[/[\s\S]+/, 'an error']]
    })
  ],
  completion: [
    complete('import js'),
    complete('impor'),
    run(
      'import os.path, collections\nvalues = [1, 2]\nclass Thing:\n    attribute = 1\n    def method(self): ...\nthing = Thing()'
    ),
    complete('values.app'),
    complete('thing.'),
    complete('os.path.joi'),
    complete('collections.Ord'),
    complete('from collections import def'),
    complete('%tim'),
    complete('%%ti'),
    complete('open("da'),
    complete('{"key": 1}["k'),
    complete('thi'),
    complete('print(values.co'),
    complete('nothing_begins_so')
  ],
  inspection: [
    run('def documented(a: int, b=2, *rest) -> str:\n    """Says what it does."""\n    return ""'),
    inspect('documented'),
    inspect('documented('),
    inspect('len'),
    inspect('str.join'),
    inspect('import json; json.dumps'),
    inspect('unknown_thing'),
    run('documented?'),
    run('documented??'),
    run('?len'),
    run('import textwrap\ntextwrap.dedent??', { hide: [[/\d+/g, 'N']] }),
    run('help(documented)'),
    run('help(len)'),
    run('import inspect as inspection\nprint(inspection.getsource(documented))'),
    run('print(inspection.getsource(textwrap.indent))'),
    run('import IPython.core.display as shown\nprint(len(inspection.getsource(shown.HTML)) > 100)'),
    run(
      'from IPython.core.magics import basic\nprint(inspection.getsource(basic.BasicMagics.lsmagic))'
    )
  ],
  is_complete: [
    isComplete('x = 1'),
    isComplete('def f():'),
    isComplete('for i in range(3):\n    print(i)'),
    isComplete('x = ('),
    isComplete('x = )'),
    isComplete('%%time\n'),
    isComplete('"""open')
  ],
  magics: [
    run('%%time\nsum(range(10))', { hide: TIMES }),
    run('%time sum(range(10))', { hide: TIMES }),
    run('%timeit -n 2 -r 2 None', { hide: TIMES }),
    run('known = 1\n%who int'),
    run('%whos int'),
    run('%lsmagic'),
    run('%pwd'),
    run('%%writefile from_magic.txt\nwritten by magic'),
    run('%cat from_magic.txt'),
    run('!ls'),
    run('%%capture caught\nprint("caught")'),
    run('caught.stdout'),
    run('%xmode'),
    run('%precision 3'),
    run('3.14159'),
    run('%load_ext autoreload'),
    run('%no_such_magic'),
    run('%%html\n<b>html</b>'),
    run('%%javascript\n1'),
    run('%reset_selective -f known\n"known" in globals()'),
    run('%history -n 1-2'),
    run('%run from_magic.txt'),
    run('%matplotlib inline'),
    run('%debug', { stdin: ['p 1', 'q'] })
  ],
  async: [
    run('import asyncio\nawait asyncio.sleep(0.01)\n"awaited"'),
    run(
      'async def twice(x):\n    await asyncio.sleep(0)\n    return 2 * x\nawait asyncio.gather(twice(1), twice(2))'
    ),
    run('task = asyncio.create_task(twice(21))\ntask.done()'),
    run('await task, task.done()'),
    run('async with asyncio.timeout(0.01):\n    await asyncio.sleep(5)'),
    run('asyncio.get_running_loop().is_running(), type(asyncio.get_event_loop()).__name__'),
    run('[x async for x in (twice for _ in ())]'),
    run(
      'import time\nstarted = time.perf_counter()\ntime.sleep(0.05)\ntime.perf_counter() - started >= 0.04'
    ),
    run('asyncio.run(twice(4))'),
    run('await no_such_coroutine()')
  ],
  'what a browser cannot': [
    run('import threading\nthreading.Thread(target=print).start()'),
    run('import subprocess\nsubprocess.run(["ls"])'),
    // Which number a descriptor gets depends on what the start has opened and closed.
    run('import socket\nsocket.create_connection(("localhost", 1), timeout=1)', {
      hide: [[/fd=\d+/g, 'fd=N']]
    }),
    run('import multiprocessing\nmultiprocessing.Process(target=print).start()'),
    run('import os\nos.fork()'),
    run('import signal\nsignal.alarm(1)'),
    run('import urllib.request\nurllib.request.urlopen("http://localhost:1/")'),
    run('import ssl, sqlite3\nsqlite3.connect(":memory:").execute("select 1").fetchall()')
  ],
  environment: [
    run('import sys\nsys.version, sys.platform, sys.implementation.name'),
    run('sys.path'),
    run('sys.executable, sys.argv, sys.prefix, sys.flags.hash_randomization'),
    run('import os\nsorted((name, value) for name, value in os.environ.items())'),
    run(
      '[name in sys.modules for name in ("IPython", "jedi", "comm", "piplite", "pyodide_kernel", "micropip", "ipykernel", "traitlets", "pyodide_js")]'
    ),
    run(
      'import json, IPython, jedi, traitlets, ipykernel, pyodide_kernel, piplite, comm, pygments, parso\nmodules = [json, IPython, jedi, traitlets, ipykernel, pyodide_kernel, piplite, comm, pygments, parso]\n[module.__file__ for module in modules]'
    ),
    run(
      'import pathlib\n[pathlib.Path(module.__file__).exists() for module in modules if not "zip" in module.__file__]'
    ),
    run(
      'import importlib.resources as resources\nresources.files("IPython").joinpath("core").is_dir()'
    ),
    run('len(list((pathlib.Path(jedi.__file__).parent / "third_party").rglob("*.pyi"))) > 100'),
    run('__name__, __builtins__.__name__'),
    run('sorted(name for name in globals() if not name.startswith("_"))'),
    run(
      'import js, pyodide\npyodide.__version__, js.self is not None, pyodide.ffi.run_sync.__name__'
    ),
    run('import pyodide_js\nsorted(name for name in dir(pyodide_js) if not name.startswith("_"))'),
    run('from js import location\nlocation.pathname.split("/")[-1].split(".")[-1]'),
    run('get_ipython().config, get_ipython().kernel.__class__.__name__'),
    run(
      'import time, datetime, locale\ntime.tzname, locale.getlocale(), sys.getfilesystemencoding(), sys.getrecursionlimit()'
    ),
    run('abs(time.time() - __import__("js").Date.now() / 1000) < 1'),
    run(
      '[h.__class__.__name__ for h in sys.meta_path], [getattr(h, "__name__", h) for h in sys.path_hooks]',
      {
        hide: [[/at 0x[0-9a-f]+/g, 'at ADDRESS']]
      }
    ),
    run(
      'import gc, atexit, faulthandler\ngc.isenabled(), gc.get_threshold(), faulthandler.is_enabled()'
    ),
    run('import ctypes\nctypes.sizeof(ctypes.c_void_p)'),
    run(
      'import zipfile, lzma, hashlib, decimal, xml.etree.ElementTree as tree, unittest, http.client\nhashlib.sha256(b"x").hexdigest(), tree.fromstring("<a b=\'1\'/>").attrib'
    )
  ],
  widgets: [
    run(
      'import ipywidgets as widgets\nslider = widgets.IntSlider(value=3, description="s")\nslider.value'
    ),
    run(
      'print(widgets.HBox([widgets.Label("a"), widgets.Button(description="b")]).children[0].value)'
    ),
    run(
      'box = []\nslider.observe(lambda change: box.append((change.old, change.new)), "value")\nslider.value = 5\nbox'
    ),
    run('output = widgets.Output()\nwith output:\n    print("inside")\nlen(output.outputs)'),
    run('widgets.interactive(lambda x: x, x=(0, 3)).children[0].max')
  ]
};
