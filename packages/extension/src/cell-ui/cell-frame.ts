/** Makes a cell a named region, and puts a header and a footer into the places that JupyterLab keeps for them. */

import type { Cell } from '@jupyterlab/cells';
import type { IDisposable } from '@lumino/disposable';
import { PanelLayout, type Widget } from '@lumino/widgets';
import { keepShortcutsAway } from './shortcuts.js';

export interface FrameOptions {
  /** The region's name. */
  label: string;
  className: string;
  header: Widget;
  footer: Widget;
}

export class CellFrame implements IDisposable {
  constructor(cell: Cell, { label, className, header, footer }: FrameOptions) {
    this.#cell = cell;
    this.#label = label;
    this.#className = className;
    this.#parts = [header, footer];
    fill(cell, 'jp-CellHeader', header);
    fill(cell, 'jp-CellFooter', footer);
    footer.node.addEventListener('focusin', keepShortcutsAway);
    // A click here is for a button or for selecting text, not for dragging, selecting or editing cells.
    for (const type of ['mousedown', 'dblclick']) {
      footer.node.addEventListener(type, (event) => event.stopPropagation());
    }
    cell.addClass('lectern-Framed');
    cell.addClass(className);
    // JupyterLab labels a cell again whenever its outputs change.
    this.#observer = new MutationObserver(() => this.#name());
    this.#name();
  }

  get isDisposed(): boolean {
    return this.#parts.length === 0;
  }

  dispose(): void {
    this.#observer.disconnect();
    for (const part of this.#parts.splice(0)) part.dispose();
    if (this.#cell.isDisposed) return;
    this.#cell.removeClass('lectern-Framed');
    this.#cell.removeClass(this.#className);
    this.#cell.node.removeAttribute('role');
    this.#cell.node.removeAttribute('aria-label');
  }

  #name(): void {
    const { node } = this.#cell;
    this.#observer.disconnect();
    node.setAttribute('role', 'region');
    node.setAttribute('aria-label', this.#label);
    this.#observer.observe(node, { attributeFilter: ['role', 'aria-label'] });
  }

  readonly #cell: Cell;
  readonly #label: string;
  readonly #className: string;
  readonly #parts: Widget[];
  readonly #observer: MutationObserver;
}

function fill(cell: Cell, className: string, content: Widget): void {
  const slots = cell.layout instanceof PanelLayout ? cell.layout.widgets : [];
  const slot = slots.find((widget) => widget.hasClass(className));
  if (slot === undefined) return;
  slot.addClass('lectern-mod-filled');
  slot.layout ??= new PanelLayout();
  if (slot.layout instanceof PanelLayout) slot.layout.addWidget(content);
}
