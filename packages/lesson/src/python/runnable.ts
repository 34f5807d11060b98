/** Whether a `python` fence can run in the notebook, given the cells before it; if not, why. */

import type { Memo } from '../memo.js';
import type { RuleId } from '../rules.js';
import { analysePython, type Analysis } from './analyse.js';
import { BUILTINS } from './builtins.js';
import { importNames, moduleStatus } from './modules.js';

export interface Reason {
  rule: RuleId;
  message: string;
  remedy: string;
}

/** What the cells so far have defined. */
export class Names {
  readonly packages: ReadonlySet<string>;
  readonly #defined = new Set<string>();
  #anything = false;

  constructor(
    packages: readonly string[],
    private readonly analyses: Memo<Analysis>
  ) {
    this.packages = importNames(packages);
  }

  define(source: string): void {
    const { binds, bindsUnknown } = this.analyse(source);
    for (const name of binds) this.#defined.add(name);
    this.#anything ||= bindsUnknown;
  }

  has(name: string): boolean {
    return this.#anything || this.#defined.has(name) || BUILTINS.has(name);
  }

  analyse(source: string): Analysis {
    return this.analyses.of(source, () => analysePython(source));
  }
}

export function reasonNotToRun(source: string, names: Names): Reason | null {
  const analysis = names.analyse(source);
  if (analysis.syntaxError !== null) {
    const { message, line } = analysis.syntaxError;
    return {
      rule: 'code/unparsable',
      message: `This \`python\` fence is shown and not run: it ${message} (its line ${line}).`,
      remedy: 'Correct it, or write `python listing` if it is not meant to run.'
    };
  }
  const missing = analysis.imports.find(
    ({ module }) => moduleStatus(module, names.packages) !== 'available'
  );
  if (missing !== undefined) return missingModule(missing.module, names);
  if (analysis.bindsUnknown) return null;
  const unknown = analysis.reads.filter((name) => !names.has(name) && !analysis.binds.has(name));
  if (unknown.length === 0) return null;
  return {
    rule: 'code/undefined-name',
    message: `This \`python\` fence is shown and not run: ${listed(unknown)} not defined in it or before it.`,
    remedy: 'Define what is missing, or write `python listing` if it is not meant to run.'
  };
}

function missingModule(module: string, names: Names): Reason {
  const inBrowser = moduleStatus(module, names.packages) === 'unknown';
  const top = module.split('.', 1)[0] ?? '';
  return {
    rule: 'code/missing-module',
    message: `This \`python\` fence is shown and not run: ${
      top === ''
        ? 'it imports from a package of its own, which a notebook cannot be in'
        : inBrowser
          ? `\`${top}\` is neither in the standard library nor in \`packages\``
          : `\`${top}\` is not in the Python that runs in a browser`
    }.`,
    remedy:
      inBrowser && top !== ''
        ? `Add \`${top}\` to \`packages\` in the front matter, or write \`python listing\`.`
        : 'Write `python listing` if it is not meant to run.'
  };
}

function listed(names: string[]): string {
  const shown = names.slice(0, 5).map((name) => `\`${name}\``);
  if (names.length > 5) shown.push(`${names.length - 5} more`);
  const last = shown.pop() as string;
  return shown.length === 0 ? `${last} is` : `${shown.join(', ')} and ${last} are`;
}
