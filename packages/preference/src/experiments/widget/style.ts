/** The frame's looks: the page's colours and fonts where it names them, our own where it does not. */

export const STYLE = `
.lectern-experiment {
  --own-text: #212121; --own-page: #ffffff; --own-quiet: #5f5f5f; --own-line: #8a8a8a; --own-soft: #f2f2f2;
  --own-accent: #1565c0; --own-wrong: #b3261e;
}
@media (prefers-color-scheme: dark) {
  .lectern-experiment {
    --own-text: #e6e6e6; --own-page: #121212; --own-quiet: #b0b0b0; --own-line: #757575; --own-soft: #232323;
    --own-accent: #64b5f6; --own-wrong: #ff8a80;
  }
}
.lectern-experiment {
  --text: var(--jp-content-font-color1, var(--vscode-foreground, var(--own-text)));
  --page: var(--jp-layout-color1, var(--vscode-editor-background, var(--own-page)));
  --quiet: var(--jp-content-font-color2, var(--vscode-descriptionForeground, var(--own-quiet)));
  --line: var(--jp-border-color1, var(--own-line));
  --soft: var(--jp-layout-color2, var(--own-soft));
  --accent: var(--jp-brand-color1, var(--own-accent));
  --wrong: var(--jp-error-color1, var(--own-wrong));
  box-sizing: border-box;
  max-width: 720px;
  padding: 12px 16px;
  border: 1px solid var(--line);
  border-radius: 6px;
  background: var(--page);
  color: var(--text);
  font: 14px/1.5 var(--jp-content-font-family, system-ui, sans-serif);
  container-type: inline-size;
}
.lectern-experiment *, .lectern-experiment *::before { box-sizing: border-box; }
.lectern-experiment [hidden] { display: none; }
.lectern-experiment h3 { margin: 0 0 4px; font-size: 17px; font-weight: 600; color: inherit; }
.lectern-experiment p { margin: 0 0 10px; }
.lectern-experiment .about { color: var(--quiet); max-width: 65ch; }
.lectern-experiment fieldset {
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 260px), 1fr));
  gap: 10px 24px;
  min-width: 0;
  margin: 0 0 10px;
  padding: 6px 12px 12px;
  border: 1px solid var(--line);
  border-radius: 4px;
}
.lectern-experiment legend { padding: 0 4px; color: var(--quiet); font-size: 12px; }
.lectern-experiment .field {
  display: grid;
  grid-template-columns: minmax(0, 1fr) auto;
  align-items: end;
  align-content: end;
  gap: 2px 8px;
  min-width: 0;
}
.lectern-experiment div.field > :is(input, select, .row) { grid-column: 1 / -1; width: 100%; margin: 0; }
.lectern-experiment .field > label { font-size: 13px; line-height: 1.35; }
.lectern-experiment .value { font-variant-numeric: tabular-nums; font-weight: 600; font-size: 13px; }
.lectern-experiment label.switch { display: flex; align-items: center; gap: 8px; align-self: end; min-height: 30px; }
.lectern-experiment label.switch > input { margin: 0; width: 16px; height: 16px; }
.lectern-experiment input, .lectern-experiment select, .lectern-experiment progress { accent-color: var(--accent); }
.lectern-experiment input[type='range'] { height: 24px; }
.lectern-experiment select, .lectern-experiment input[type='number'], .lectern-experiment button {
  min-height: 30px;
  padding: 3px 8px;
  border: 1px solid var(--line);
  border-radius: 4px;
  background: var(--soft);
  color: inherit;
  font: inherit;
}
.lectern-experiment .row > input[type='number'] { flex: 1; min-width: 0; }
.lectern-experiment button { padding: 3px 14px; cursor: pointer; }
.lectern-experiment button.run { min-width: 76px; border-color: var(--accent); font-weight: 600; }
.lectern-experiment :is(button, input, select, summary):focus-visible {
  outline: 2px solid var(--accent);
  outline-offset: 2px;
}
.lectern-experiment .row { display: flex; align-items: center; gap: 8px; }
.lectern-experiment .actions { min-height: 32px; margin-bottom: 10px; }
.lectern-experiment progress { flex: 1; min-width: 40px; max-width: 260px; }
.lectern-experiment .finding {
  min-height: 3em;
  padding: 6px 12px;
  border-left: 3px solid var(--accent);
  background: var(--soft);
}
.lectern-experiment .error { color: var(--wrong); font-weight: 600; overflow-wrap: anywhere; }
.lectern-experiment .charts { min-height: 300px; overflow-x: auto; }
.lectern-experiment figure { margin: 0 0 12px; }
.lectern-experiment figure svg { display: block; max-width: none; }
.lectern-experiment details { color: var(--quiet); font-size: 13px; }
.lectern-experiment summary { cursor: pointer; width: fit-content; }
@container (max-width: 340px) {
  .lectern-experiment fieldset { padding: 4px 8px 8px; }
}
`;
