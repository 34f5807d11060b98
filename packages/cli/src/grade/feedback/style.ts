/** How a feedback page looks, on a screen, light or dark, and on paper. */

export const STYLE = `
:root { color-scheme: light dark; --ink: #1b1b1f; --soft: #5b5b66; --line: #d5d5dc; --wash: #f5f5f8; --paper: #fff;
  --good: #17663a; --good-wash: #e7f5ec; --bad: #a3261c; --bad-wash: #fcecea; --idle: #5b5b66; --idle-wash: #efeff3;
  --mark: #fff3c4; --keyword: #7a1f5c; --string: #1c5a2e; --number: #7a4100; --comment: #5c5c66; --name: #1d4a8a; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e8ec; --soft: #a9a9b5; --line: #43434d; --wash: #22222a;
  --paper: #17171c; --good: #7fd6a0; --good-wash: #16301f; --bad: #ff9c92; --bad-wash: #3a1b19; --idle: #b4b4bf;
  --idle-wash: #2a2a33; --mark: #4a3f14; --keyword: #e39ac6; --string: #93cfa2; --number: #e0b074; --comment: #9d9da9;
  --name: #9cc0f2; } }
* { box-sizing: border-box; }
body { max-width: 50rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; color: var(--ink); background: var(--paper);
  font: 1rem/1.6 system-ui, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif; overflow-wrap: break-word; }
h1, h2, h3 { line-height: 1.25; text-wrap: balance; break-after: avoid; }
h1 { font-size: 1.75rem; margin: .1rem 0 .4rem; }
h2 { font-size: 1.35rem; margin: 0; }
h3 { font-size: 1.1rem; margin: 0; }
h4 { font-size: .85rem; margin: 1rem 0 .3rem; color: var(--soft); font-weight: 600; }
p { margin: .5rem 0; }
.course { color: var(--soft); margin: 0; }
.total { font-size: 1.15rem; margin: 0; }
.head { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: .25rem 1rem; }
.points { color: var(--soft); font-variant-numeric: tabular-nums; white-space: nowrap; }
.points strong { color: var(--ink); }
.lesson { border-top: 2px solid var(--ink); margin-top: 2.5rem; padding-top: 1rem; }
.facts { color: var(--soft); font-size: .9rem; margin: .2rem 0 0; }
.task { border: 1px solid var(--line); border-radius: 8px; padding: 1rem 1.15rem; margin: 1.1rem 0; }
.task > :last-child { margin-bottom: 0; }
.status { display: inline-block; border-radius: 99px; padding: .1rem .7rem; margin: .55rem 0 .2rem; font-size: .9rem;
  font-weight: 600; }
.good { color: var(--good); background: var(--good-wash); }
.bad { color: var(--bad); background: var(--bad-wash); }
.idle { color: var(--idle); background: var(--idle-wash); }
.summary { border-collapse: collapse; width: 100%; margin: 1rem 0 1.5rem; font-size: .95rem; }
.summary th, .summary td { text-align: left; font-weight: 400; padding: .35rem .5rem .35rem 0; vertical-align: baseline;
  border-bottom: 1px solid var(--line); }
.summary td:first-child { width: 2rem; }
.summary td:last-child { text-align: right; padding-right: 0; }
.summary td { color: var(--soft); }
.summary .mark { position: static; display: inline-block; }
.summary a { color: inherit; text-decoration-color: var(--line); text-underline-offset: .2em; }
.checks { list-style: none; margin: .5rem 0; padding: 0; }
.checks > li { position: relative; padding: .45rem 0 .45rem 1.9rem; border-top: 1px solid var(--line); }
.checks > li:first-child { border-top: 0; }
.mark { position: absolute; left: 0; top: .5rem; width: 1.3rem; height: 1.3rem; border-radius: 50%; text-align: center;
  font-size: .85rem; line-height: 1.3rem; font-weight: 700; }
.asked { font-weight: 600; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.said { margin: .15rem 0; white-space: pre-wrap; }
.hint { border-left: 3px solid var(--line); padding-left: .7rem; color: var(--soft); margin: .5rem 0; white-space: pre-wrap; }
.notes { color: var(--soft); font-size: .9rem; margin: .5rem 0; padding-left: 1.1rem; }
.withheld { margin: .4rem 0; }
.sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: 0 1rem; }
code, pre { font-family: ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace; font-size: .85rem; }
pre { background: var(--wash); border: 1px solid var(--line); border-radius: 6px; padding: .6rem .8rem; margin: .3rem 0;
  line-height: 1.5; white-space: pre-wrap; tab-size: 4; max-height: 24rem; overflow: auto; }
pre.answer { padding-left: 0; max-height: none; counter-reset: line; }
.line { display: block; position: relative; padding-left: 3.6rem; min-height: 1.5em; counter-increment: line; }
.line::before { content: counter(line); position: absolute; left: 0; width: 2.6rem; text-align: right;
  color: var(--soft); user-select: none; }
.line.told { background: var(--mark); }
summary { cursor: pointer; color: var(--soft); font-size: .9rem; font-weight: 600; margin-top: 1rem; }
summary:focus-visible { outline: 2px solid var(--name); outline-offset: 2px; border-radius: 2px; }
.choices { margin: .4rem 0; padding-left: 1.1rem; }
.quiz .question > :first-child { margin-top: .4rem; }
.quiz .choices p { margin: 0; }
footer { color: var(--soft); font-size: .85rem; margin-top: 3rem; border-top: 1px solid var(--line); padding-top: .7rem; }
.tok-keyword { color: var(--keyword); font-weight: 600; }
.tok-string, .tok-string2 { color: var(--string); }
.tok-number, .tok-bool, .tok-atom { color: var(--number); }
.tok-comment { color: var(--comment); font-style: italic; }
.tok-variableName.tok-definition { color: var(--name); }
@page { margin: 2cm; }
@media print {
  :root { color-scheme: light; --ink: #000; --soft: #444; --line: #bbb; --wash: #fff; --paper: #fff; --good: #0b4a26;
    --good-wash: #fff; --bad: #7d150d; --bad-wash: #fff; --idle: #444; --idle-wash: #fff; --mark: #eee; --keyword: #000;
    --string: #222; --number: #000; --comment: #444; --name: #000; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  .status { border: 1px solid currentColor; }
  .mark { border: 1px solid currentColor; }
  .checks > li, .head { break-inside: avoid; }
  pre { max-height: none; overflow: visible; }
}
`;
