/** Pages: what is content, and the forms that formulas, code and boxes take in them. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importLesson } from '../index.js';
import { firstLostWord } from '../testing/words.js';

function draft(html: string): { body: string; rules: string[] } {
  const { markdown, diagnostics } = importLesson(html, { path: 'page.html' });
  return {
    body: markdown.replace(/^---\n[\s\S]*?\n---\n\n?/, '').trimEnd(),
    rules: diagnostics
      .map(({ rule }) => rule)
      .filter((rule) => !/\/(?:id|title|no-title)$/.test(rule))
  };
}

describe('content', () => {
  it('is the main part, and what is left out is said', () => {
    const { body, rules } = draft(
      '<body><nav>Home</nav><main><h1>T</h1><p>Text</p></main><footer>Imprint</footer></body>'
    );
    expect(body).toBe('# T\n\nText');
    expect(rules).toEqual(['import/left-out']);
  });
  it('is the whole page where nothing is marked', () => {
    expect(draft('<p>One</p><script>x()</script><style>p{}</style><p>Two</p>')).toEqual({
      body: 'One\n\nTwo',
      rules: []
    });
  });
  it('has the page’s title where it has no heading', () => {
    const { markdown } = importLesson('<title>Odds - A Wiki</title><p>Text</p>', {
      path: 'p.html'
    });
    expect(markdown).toMatch(/^---\nid: odds\ntitle: Odds\n/);
  });
});

describe('formulas', () => {
  const annotation = '<annotation encoding="application/x-tex">a_1</annotation>';
  it.each([
    `<span class="katex"><math><semantics>${annotation}</semantics></math><span aria-hidden="true">a</span></span>`,
    '<span class="MathJax_Preview">a</span><script type="math/tex">a_1</script>',
    '<img class="tex" alt="a_1">',
    '<math alttext="{\\displaystyle a_1}"><mi>a</mi></math>',
    '<span class="math notranslate">\\(a_1\\)</span>',
    '\\(a_1\\)'
  ])('%s', (html) => {
    expect(draft(`<p>Let ${html} be.</p>`).body).toBe('Let $a_1$ be.');
  });
  it('between dollar signs count where a script draws them', () => {
    expect(draft('<script src="mathjax.js"></script><p>Let $a_1$ be $5.</p>').body).toBe(
      'Let $a_1$ be \\$5.'
    );
    expect(draft('<p>From $HOME or $PATH on.</p>').body).toBe('From \\$HOME or \\$PATH on.');
  });
  it('without a source are kept as they are shown, and said', () => {
    const { body, rules } = draft('<p>Let <math><mi>a</mi></math> be.</p>');
    expect(body).toBe('Let a be.');
    expect(rules).toEqual(['import/lost-formula']);
  });
  it('that are displayed are blocks', () => {
    expect(draft('<p>So \\[a = b\\] holds.</p>').body).toBe('So\n\n$$\na = b\n$$\n\nholds.');
  });
});

describe('code', () => {
  it.each([
    '<pre><code class="language-python">print(1)</code></pre>',
    '<div class="highlight-python3 notranslate"><div class="highlight"><pre><span></span>print(1)\n</pre></div></div>',
    '<div class="sourceCode"><pre class="sourceCode python"><code>print(1)</code></pre></div>',
    '<div class="highlight highlight-source-python"><pre>print(1)</pre></div>',
    '<table class="highlighttable"><tr><td class="linenos"><pre>1</pre></td><td><pre class="lang-py">print(1)</pre></td></tr></table>'
  ])('%s', (html) => {
    expect(draft(html).body).toMatch(/^```py(?:thon)?\nprint\(1\)\n```$/);
  });
  it('keeps its lines and their indentation', () => {
    expect(draft('<pre>for x in y:<br>    print(x)</pre>').body).toContain(
      'for x in y:\n    print(x)'
    );
  });
});

describe('the rest', () => {
  it('keeps a picture, and says where it must come from', () => {
    expect(draft('<p><img src="a.png" alt="A"></p>')).toEqual({
      body: '![A](a.png)',
      rules: ['import/picture']
    });
    expect(draft('<p><img src="//x.org/a.png" alt="A"></p>').body).toBe(
      '![A](https://x.org/a.png)'
    );
  });
  it('links to what was embedded', () => {
    const { body, rules } = draft('<iframe src="https://x.org/v" title="V"></iframe>');
    expect(body).toBe('[V](https://x.org/v)');
    expect(rules).toEqual(['import/embedded']);
  });
  it('makes boxes callouts, one in another too', () => {
    const { body, rules } = draft(
      '<div class="admonition note"><p class="admonition-title">Mind</p><p>A</p><div class="alert alert-warning">B</div></div>'
    );
    expect(body).toBe('::::note Mind\nA\n\n:::warning\nB\n:::\n::::');
    expect(rules).toEqual(['import/callout', 'import/callout']);
  });
  it('keeps the text of a page too deep to read', () => {
    const { body, rules } = draft(`<html>${'<div>'.repeat(20_000)}<p>At the bottom.</p>`);
    expect(body).toBe('At the bottom.');
    expect(rules).toEqual(['import/unreadable-page']);
  });
});

describe('any page', () => {
  const word = fc.constantFrom(
    'alpha',
    'beta',
    'Gamma',
    'snake_case',
    'a*b',
    '$5',
    'x²',
    'und',
    '1.',
    ':::',
    '#'
  );
  const phrase = fc.array(word, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(' '));
  const { html } = fc.letrec<{ html: string; block: string; inline: string }>((tie) => ({
    inline: fc.oneof(
      { maxDepth: 3 },
      phrase,
      fc
        .tuple(
          fc.constantFrom('b', 'em', 'span', 'code', 'a', 'sup', 'abbr', 'label'),
          tie('inline')
        )
        .map(([tag, inner]) => `<${tag}>${inner}</${tag}>`),
      fc.tuple(tie('inline'), tie('inline')).map(([a, b]) => `${a} ${b}`)
    ),
    block: fc.oneof(
      { maxDepth: 4 },
      tie('inline').map((inner) => `<p>${inner}</p>`),
      fc
        .tuple(
          fc.constantFrom(
            'div',
            'section',
            'blockquote',
            'ul><li',
            'h2',
            'pre',
            'details><summary',
            'dl><dd',
            'dl><dt'
          ),
          tie('inline')
        )
        .map(([tag, inner]) => `<${tag}>${inner}</${tag.split('><').reverse().join('></')}>`),
      fc
        .tuple(
          fc.constantFrom('div', 'figure', 'article', 'aside', 'div class="admonition tip"'),
          tie('block')
        )
        .map(([tag, inner]) => `<${tag}>${inner}</${tag.split(' ', 1)[0]}>`),
      fc
        .tuple(tie('inline'), tie('inline'))
        .map(
          ([a, b]) => `<table><caption>${a}</caption><tr><th>${b}</th><td>${a}</td></tr></table>`
        ),
      fc.tuple(tie('block'), tie('block')).map(([a, b]) => `${a}\n${b}`)
    ),
    html: tie('block').map((inner) => `<html><body><main>${inner}</main></body></html>`)
  }));

  it('has every word of its content in the draft, in order', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(html, (page) => {
        const shown = page.replace(/<[^>]*>/g, ' ');
        const { markdown } = importLesson(page, { path: 'page.html' });
        expect({ markdown, lost: firstLostWord(shown, markdown) }).toEqual({
          markdown,
          lost: null
        });
      }),
      { numRuns: 200 }
    );
  });
});
