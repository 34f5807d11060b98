/** MyST Markdown as a list of directives, fences, comments and plain lines: as much of it as lessons need. */

export type MystBlock =
  | { kind: 'text'; lines: string[] }
  | { kind: 'comment'; text: string }
  | { kind: 'target'; text: string }
  | { kind: 'break' }
  | { kind: 'fence'; info: string; content: string[]; lines: string[] }
  | Directive;

export interface Directive {
  kind: 'directive';
  name: string;
  argument: string;
  options: Record<string, string>;
  content: string[];
  /** As it stood. */
  lines: string[];
  line: number;
}

const FENCE = /^ {0,3}(`{3,}|~{3,})(.*)$/;
const CONTAINER = /^ {0,3}(:{3,})\s*\{([\w:-]+)\}\s*(.*)$/;
const OPTION = /^:([\w-]+):(?:\s+(.*))?$/;

/** `firstLine` is the number of the first line, from 1. */
export function readBlocks(lines: readonly string[], firstLine: number): MystBlock[] {
  const blocks: MystBlock[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const opening = FENCE.exec(line) ?? CONTAINER.exec(line);
    if (opening !== null) {
      const end = closing(lines, at, opening[1] as string);
      const whole = lines.slice(at, end + 1);
      const content = lines.slice(at + 1, end);
      const directive = /^\s*\{([\w:-]+)\}\s*(.*)$/.exec(
        line.trimStart().slice((opening[1] as string).length)
      );
      blocks.push(
        directive === null
          ? { kind: 'fence', info: (opening[2] ?? '').trim(), content, lines: whole }
          : {
              kind: 'directive',
              name: directive[1] as string,
              argument: (directive[2] ?? '').trim(),
              ...readOptions(content),
              lines: whole,
              line: firstLine + at
            }
      );
      at = end;
    } else if (/^%/.test(line)) {
      blocks.push({ kind: 'comment', text: line.slice(1).trim() });
    } else if (/^\([\w:.-]+\)=\s*$/.test(line)) {
      blocks.push({ kind: 'target', text: line.trim() });
    } else if (/^\+\+\+/.test(line)) {
      blocks.push({ kind: 'break' });
    } else {
      const last = blocks.at(-1);
      if (last?.kind === 'text') last.lines.push(line);
      else blocks.push({ kind: 'text', lines: [line] });
    }
  }
  return blocks;
}

/** The line that closes what `from` opens; the last one where nothing does. */
function closing(lines: readonly string[], from: number, mark: string): number {
  const character = mark[0] ?? '';
  for (let at = from + 1; at < lines.length; at++) {
    const run = (lines[at] ?? '').trim();
    const isRun = run !== '' && run === character.repeat(run.length);
    if (!isRun) continue;
    if (character === ':' ? run.length === mark.length : run.length >= mark.length) return at;
  }
  return lines.length;
}

/** Lines of `:key: value`, or of YAML between `---`, and after them the content. */
function readOptions(lines: string[]): Pick<Directive, 'options' | 'content'> {
  const options: Record<string, string> = {};
  let at = 0;
  const yaml = lines[0]?.trim() === '---' ? yamlOptions(lines) : null;
  if (yaml !== null) {
    at = yaml.length + 2;
    for (const [key, value] of yaml) options[key] = unquoted(value);
  } else {
    for (; OPTION.test(lines[at] ?? ''); at++) {
      const match = OPTION.exec(lines[at] ?? '');
      options[match?.[1] ?? ''] = unquoted(match?.[2] ?? '');
    }
  }
  // The blank line that divides options from content is no part of it.
  if ((lines[at] ?? 'x').trim() === '') at++;
  return { options, content: lines.slice(at) };
}

/** `null` where the lines between the two `---` are not options. */
function yamlOptions(lines: string[]): [key: string, value: string][] | null {
  const end = lines.findIndex((line, index) => index > 0 && line.trim() === '---');
  const pairs = lines
    .slice(1, Math.max(1, end))
    .map((line) => /^([\w-]+):\s*(.*)$/.exec(line))
    .map((match) =>
      match === null ? null : ([match[1] ?? '', match[2] ?? ''] as [string, string])
    );
  const found = pairs.filter((pair) => pair !== null);
  return end === -1 || found.length < pairs.length ? null : found;
}

function unquoted(text: string): string {
  const value = text.trim();
  if (!/^".*"$/s.test(value)) return value;
  try {
    return String(JSON.parse(value));
  } catch {
    return value.slice(1, -1);
  }
}
