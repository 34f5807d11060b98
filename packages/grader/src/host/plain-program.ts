/**
 * Whether a program is plain: computes, prints, defines functions and classes, and has no way to what lies beneath
 * Python. An interpreter that ran such a program can be put back as it was before (interpreter/rewind.ts); after any
 * other it is thrown away. A wrong "no" costs half a second, a wrong "yes" may cost a verdict: so the text is looked
 * at, comments and all, and what is not known to be plain is not.
 */

/**
 * Modules of which the program can reach nothing by names in its text but computation, once `DANGEROUS` names are
 * not among them: plain-program.test.ts looks through all of them.
 */
export const PLAIN_MODULES = words(`
  bisect collections dataclasses datetime decimal fractions functools heapq itertools json math random re statistics
  string time
`);

/** For annotations. The rest of the module evaluates text. */
export const PLAIN_TYPING = words(`
  Any Callable Dict FrozenSet Generator Iterable Iterator List Literal Mapping Optional Sequence Set Tuple TypeVar Union
`);

/**
 * What gets at a thing by a name that is made at run time, makes code or classes, or reaches out; and, of the modules
 * that the plain ones have imported, those that hold more of that.
 */
export const DANGEROUS = words(`
  ABCMeta Formatter SystemRandom annotationlib async attrgetter await breakpoint codecs compile copyreg copyright credits delattr
  display enum eval exec get_ipython getattr globals help inspect license locals make_dataclass memoryview metaclass
  methodcaller mro open setattr singledispatch singledispatchmethod sys type types update_wrapper vars wraps
`);

/** Methods that Python calls, and the two names that every beginner meets. */
const HARMLESS_DUNDERS = words(`
  __abs__ __add__ __and__ __bool__ __call__ __contains__ __delitem__ __enter__ __eq__ __exit__ __float__ __floordiv__
  __ge__ __getitem__ __gt__ __hash__ __iadd__ __init__ __int__ __iter__ __le__ __len__ __lt__ __main__ __matmul__
  __mod__ __mul__ __name__ __ne__ __neg__ __next__ __or__ __pos__ __post_init__ __pow__ __radd__ __repr__ __reversed__
  __rmul__ __round__ __rsub__ __rtruediv__ __setitem__ __str__ __sub__ __truediv__ __xor__
`);

/** Attributes of frames, code, coroutines, generators and tracebacks. */
export const OF_FRAMES = /^(?:ag|co|cr|f|gi|tb)_/;

const NAMES = String.raw`\w+(?:[ \t]*,[ \t]*\w+)*`;
const IMPORT = new RegExp(
  String.raw`^[ \t]*(?:import[ \t]+(?<modules>${NAMES})|import[ \t]+(?<module>\w+)[ \t]+as[ \t]+\w+|from[ \t]+(?<from>\w+)[ \t]+import[ \t]+(?<names>${NAMES}))[ \t]*(?:#.*)?$`,
  'gm'
);

/** These say what a thing's class is; `type` can also make one. And a pattern is no code. */
const HARMLESS_USES =
  /\btype\(\w+\)(?:\.__name__\b| *(?:==|!=|is not\b|is\b|not in\b|in\b)(?: *type\(\w+\)(?= *(?:[:),]|and\b|or\b|else\b)))?)|\bre\.compile\b/g;

export function isPlain(source: string): boolean {
  // As Python reads names: letters of other alphabets as those that they look like.
  const text = source.normalize('NFKC');
  // And it has ideas of its own about what ends a line.
  // eslint-disable-next-line no-control-regex
  if (/[\0-\x08\x0b-\x1f\x7f]/.test(text)) return false;
  const imports = [...text.matchAll(IMPORT)];
  if (imports.length !== [...text.matchAll(/\bimport\b/g)].length) return false;
  if (!imports.every(({ groups }) => isPlainImport(groups ?? {}))) return false;
  // A private name is of a learner's own class, where no module is around to have such a name.
  return [...text.replace(HARMLESS_USES, ' ').matchAll(/[A-Za-z_]\w*/g)].every(
    ([word]) =>
      !DANGEROUS.has(word) &&
      !OF_FRAMES.test(word) &&
      (word.includes('__')
        ? HARMLESS_DUNDERS.has(word)
        : word === '_' || !(word.startsWith('_') && imports.length > 0))
  );
}

function isPlainImport({
  modules,
  module,
  from,
  names
}: Record<string, string | undefined>): boolean {
  if (from === 'typing') return isWithin(names ?? '', PLAIN_TYPING);
  return isWithin(modules ?? module ?? from ?? '', PLAIN_MODULES);
}

function isWithin(text: string, allowed: ReadonlySet<string>): boolean {
  return [...words(text)].every((word) => allowed.has(word));
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.match(/\w+/g));
}
