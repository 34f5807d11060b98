/**
 * The front end of the experiments, as anywidget wants it: one module, for Jupyter, VS Code and marimo alike.
 *
 * Traits: `kind`, `settings` (both ways), `has_reward`, and `result`, which is set after each run. Where `has_reward` is
 * true, `{type: 'score', id, texts}` is sent, and `{type: 'scores', id, scores}` or `{type: 'scores', id, error}` awaited.
 */

import type { RenderProps } from '@anywidget/types';
import { loadExperiment } from '../index.js';
import { Frame } from './frame.js';
import type { Traits } from './traits.js';

async function render({
  model,
  el
}: Pick<RenderProps<Traits>, 'model' | 'el'>): Promise<() => void> {
  let frame: Frame | undefined;
  let removed = false;
  const show = async () => {
    frame?.remove();
    frame = undefined;
    const kind = model.get('kind');
    try {
      const experiment = await loadExperiment(kind);
      if (!removed && kind === model.get('kind')) frame = new Frame(experiment, model, el);
    } catch (error) {
      const line = document.createElement('p');
      line.setAttribute('role', 'alert');
      line.textContent = error instanceof Error ? error.message : String(error);
      el.replaceChildren(line);
    }
  };
  const changed = () => void show();
  model.on('change:kind', changed);
  await show();
  return () => {
    removed = true;
    model.off('change:kind', changed);
    frame?.remove();
  };
}

export default { render };
