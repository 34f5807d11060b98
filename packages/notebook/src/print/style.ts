/** How a printed lesson looks, on paper and on a screen before it. */

export const STYLE = `
:root { color-scheme: light dark; --ink: #1a1a1a; --soft: #595959; --line: #b8b8b8; --wash: #f4f4f2; --paper: #fff;
  --keyword: #7a1f5c; --string: #1c5a2e; --number: #7a4100; --comment: #5c5c5c; --name: #1d4a8a; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e6e6; --soft: #a8a8a8; --line: #5a5a5a; --wash: #262626;
  --paper: #181818; --keyword: #e39ac6; --string: #93cfa2; --number: #e0b074; --comment: #a0a0a0; --name: #9cc0f2; } }
* { box-sizing: border-box; }
body { max-width: 42rem; margin: 2rem auto; padding: 0 1.25rem; color: var(--ink); background: var(--paper);
  font: 1.05rem/1.55 Charter, 'Bitstream Charter', Cambria, Georgia, serif; overflow-wrap: break-word; }
h1, h2, h3, h4, h5, h6, .label { font-family: 'Helvetica Neue', Arial, sans-serif; line-height: 1.25;
  break-after: avoid; text-wrap: balance; }
h1 { font-size: 1.9rem; margin: 0 0 1rem; }
h2 { font-size: 1.35rem; margin: 2.2rem 0 .6rem; }
h3 { font-size: 1.1rem; margin: 1.6rem 0 .4rem; }
p, ul, ol, table { margin: .7rem 0; }
p { orphans: 3; widows: 3; }
a { color: inherit; }
img { max-width: 100%; height: auto; break-inside: avoid; }
table { border-collapse: collapse; break-inside: avoid; }
th, td { border: 1px solid var(--line); padding: .25rem .6rem; }
code, pre { font-family: 'DejaVu Sans Mono', Menlo, Consolas, monospace; font-size: .85em; }
pre { background: var(--wash); border: 1px solid var(--line); border-radius: 3px; padding: .7rem .9rem;
  line-height: 1.45; white-space: pre-wrap; tab-size: 4; break-inside: avoid; }
pre code { font-size: inherit; }
pre.cell { border-left: .25rem solid var(--soft); }
pre.listing, pre.output { background: none; }
figure { margin: 1rem 0; break-inside: avoid; }
figure pre { white-space: pre; overflow-x: auto; background: none; line-height: 1.25; }
figcaption, .note-to-reader, .missing-picture { color: var(--soft); font-size: .9em; }
math[display='block'] { margin: .9rem 0; break-inside: avoid; }
.callout, .challenge-part { break-inside: avoid; }
.callout { border: 1px solid var(--line); border-left: .3rem solid var(--soft); border-radius: 3px;
  padding: .6rem 1rem; margin: 1.1rem 0; }
.callout > :last-child { margin-bottom: 0; }
.label { font-size: .9rem; font-weight: 700; margin: .2rem 0 .5rem; }
.quiz ul { list-style: none; padding-left: 1.9rem; }
.quiz ul > li::before { content: ''; float: left; width: .85em; height: .85em; margin: .35em 0 0 -1.5em;
  border: 1.5px solid var(--ink); }
.ruled { height: var(--height, 12rem); margin: .8rem 0 1.2rem; break-inside: avoid;
  background: repeating-linear-gradient(to bottom, transparent 0 calc(2rem - 1px), var(--line) calc(2rem - 1px) 2rem);
  print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.ruled.short { --height: 2rem; width: 60%; }
.ruled.long { --height: 20rem; }
.appendix { break-before: page; border-top: 2px solid var(--ink); margin-top: 3rem; }
.tok-keyword, .tok-operator.tok-keyword { color: var(--keyword); font-weight: 600; }
.tok-string, .tok-string2 { color: var(--string); }
.tok-number, .tok-bool, .tok-atom { color: var(--number); }
.tok-comment { color: var(--comment); font-style: italic; }
.tok-variableName.tok-definition { color: var(--name); }
@page { margin: 2cm; }
@media print {
  :root { --ink: #000; --soft: #444; --line: #999; --wash: #f4f4f2; --paper: #fff; --keyword: #000; --string: #222;
    --number: #000; --comment: #444; --name: #000; }
  body { max-width: none; margin: 0; padding: 0; font-size: 10.5pt; }
  a[href^='http']::after { content: ' (' attr(href) ')'; color: var(--soft); font-size: .85em; }
}
`;
