/** What JupyterLab makes of our Markdown: its parser, its way of setting mathematics aside, and its sanitiser. */

import { Sanitizer } from '@jupyterlab/apputils/lib/sanitizer.js';
import { removeMath, replaceMath } from '@jupyterlab/rendermime/lib/latex.js';
import { parseLesson } from '@lectern/lesson';
import fc from 'fast-check';
import { marked } from 'marked';
import { describe, expect, it, vi } from 'vitest';
import { toNotebook } from './index.js';

// Its code for mathematics asks which browser it is in.
vi.stubGlobal('navigator', { appName: '' });

const sanitizer = new Sanitizer();

function render(markdown: string): string {
  const { text, math } = removeMath(markdown);
  return sanitizer.sanitize(replaceMath(marked.parse(text, { async: false }), math));
}

function renderLesson(text: string): string {
  const { cells } = toNotebook(parseLesson(text), { edition: 'student', grading: new Map() });
  return cells
    .filter((cell) => cell.cell_type === 'markdown')
    .map((cell) => render(String(cell.source)))
    .join('\n');
}

/** The text of the one `<pre>`, without the line end that HTML drops after the tag. */
function preText(html: string): string {
  const [, inner = ''] = /<pre[^>]*>\n?([\s\S]*?)<\/pre>/.exec(html) ?? [];
  return inner
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .replace(/\n$/, '');
}

describe('in JupyterLab', () => {
  it('a diagram comes out exactly, named, and unwrapped', () => {
    const art = fc.array(
      fc.string({ unit: fc.constantFrom(...'─►│└ $\\`<>&"\'_*~@0{}()[]#|-a') }),
      { minLength: 1, maxLength: 6 }
    );
    fc.assert(
      fc.property(art, (lines) => {
        const source = lines.map((line) => `x${line}`).join('\n\n');
        const html = renderLesson(
          `# T\n\n~~~~~~~~diagram The "$5" <loop>\n${source}\n~~~~~~~~\n\nAfter $x$.\n`
        );
        expect(preText(html)).toBe(source);
        expect(html).toMatch(/<figure class="lectern-diagram" title="The [^<]*5[^<]*">/);
        expect(html).toMatch(/<pre style="white-space:pre;/);
        expect(html).toContain('After $x$.');
      })
    );
  });

  it('a callout is one box with its Markdown rendered', () => {
    const html = renderLesson(
      '# T\n\n:::definition A *term*\n**Bold**, `code` and $x < y$.\n\n- item\n:::\n'
    );
    expect(html).toMatch(
      /<div class="alert alert-block alert-info lectern-callout lectern-definition">[\s\S]*<\/div>/
    );
    expect(html).toContain('<strong>Definition: A <em>term</em></strong>');
    expect(html).toContain('<strong>Bold</strong>, <code>code</code>');
    expect(html).toContain('<li>item</li>');
  });

  it('a listing is a code block whatever is in it', () => {
    const html = renderLesson('# T\n\n````text\n```\n</pre>\n$5\n````\n');
    expect(html).toContain('```\n&lt;/pre&gt;\n$5');
  });

  it('a title made a heading shows as it was written', () => {
    const html = renderLesson('---\nid: a\ntitle: "*Stars* & <b> $5 [x] `c`"\n---\n\nText $6.\n');
    expect(html).toContain('*Stars* &amp; &lt;b&gt; $5 [x] `c`');
  });

  it('the lessons that one builds on are links, whatever their names', () => {
    const buildsOn = [
      { title: 'One', href: '../one/one.ipynb' },
      { title: 'Two', href: '../two/two.ipynb' },
      { title: '[x] & *z*', href: '../a (b)/50%.ipynb' }
    ];
    const options = { edition: 'student', grading: new Map(), buildsOn } as const;
    const [cell] = toNotebook(parseLesson('# T\n\nText.\n'), options).cells;
    const html = render(String(cell?.source));
    expect(html.replace(/ rel="[^"]*"/g, '')).toContain(
      'Builds on <a href="../one/one.ipynb">One</a>, <a href="../two/two.ipynb">Two</a> and ' +
        '<a href="../a%20(b)/50%25.ipynb">[x] &amp; *z*</a>.'
    );
  });

  it('a quiz shows its options, and not the answer', () => {
    const html = renderLesson(
      '# T\n\n:::quiz{type=single}\nWhich?\n\n- [ ] This\n  > Wrong, for a reason\n- [x] That\n:::\n'
    );
    expect(html).toContain('This');
    expect(html).toContain('That');
    expect(html).not.toContain('for a reason');
    expect(html).not.toContain('checked');
  });
});
