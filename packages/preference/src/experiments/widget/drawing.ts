/** Charts on the page: drawn anew for each outcome, width and theme, and each also in words. */

import { parse, View } from 'vega';
import { compile } from 'vega-lite';
import { fitted, type Chart } from '../../charts/chart.js';
import type { ChartColours } from '../../charts/theme.js';
import { element } from './elements.js';

interface Drawn {
  figure: HTMLElement;
  view: View;
}

/** A chart below this width is not read: it is scrolled instead. */
const NARROWEST = 240;
const WIDEST = 640;

export class Drawing {
  readonly element = element('div', { class: 'charts' });
  #drawn: Drawn[] = [];
  #charts: readonly Chart[] = [];
  #isDrawing = false;
  #isStale = false;
  #isRemoved = false;

  constructor(private readonly coloursOf: () => ChartColours) {}

  /** Draws these, or what was asked for last where that is newer when the pen is free. */
  show(charts: readonly Chart[]): void {
    this.#charts = charts;
    this.redraw();
  }

  redraw(): void {
    this.#isStale = true;
    if (!this.#isDrawing) void this.#draw();
  }

  remove(): void {
    this.#isRemoved = true;
    for (const { view } of this.#drawn) view.finalize();
    this.#drawn = [];
  }

  async #draw(): Promise<void> {
    this.#isDrawing = true;
    while (this.#isStale && !this.#isRemoved) {
      this.#isStale = false;
      const width = Math.min(WIDEST, Math.max(NARROWEST, this.element.clientWidth));
      const colours = this.coloursOf();
      const open = this.#drawn.map(({ figure }) => figure.querySelector('details')!.open);
      const drawn = [];
      for (const [index, chart] of this.#charts.entries()) {
        drawn.push(await drawChart(fitted(chart, { width, colours }), open[index] === true));
        // Compiling one takes long enough to hold up a slider.
        await new Promise((resolve) => setTimeout(resolve));
      }
      const old = this.#drawn;
      this.#drawn = drawn;
      this.element.replaceChildren(...drawn.map(({ figure }) => figure));
      for (const { view } of old) view.finalize();
      if (this.#isRemoved) this.remove();
    }
    this.#isDrawing = false;
  }
}

/** Off the page, so that nothing flickers when it takes the place of the one before. */
async function drawChart(chart: Chart, open: boolean): Promise<Drawn> {
  const { spec: compiled } = compile(chart.spec as never);
  // Vega gives its container a role of its own, whose parts would be read one by one.
  const container = element('div', { 'aria-hidden': 'true' });
  const view = new View(parse(compiled), { renderer: 'svg', container, hover: true });
  await view.runAsync();
  const picture = element('div', { role: 'img', 'aria-label': chart.alternative }, container);
  const figure = element(
    'figure',
    {},
    picture,
    element(
      'details',
      { open },
      element('summary', {}, 'The chart in words'),
      element('p', {}, chart.alternative)
    )
  );
  return { figure, view };
}
