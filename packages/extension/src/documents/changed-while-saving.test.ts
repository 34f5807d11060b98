import { Signal } from '@lumino/signaling';
import { beforeEach, expect, test } from 'vitest';
import { keepChangesWhileSaving } from './changed-while-saving.js';

type Context = Parameters<typeof keepChangesWhileSaving>[0];

/** Saves as JupyterLab's context does. */
class SlowDocument {
  readonly saveState = new Signal<this, string>(this);
  readonly model = {
    dirty: false,
    contentChanged: new Signal<this, void>(this)
  };
  type(): void {
    this.model.dirty = true;
    this.model.contentChanged.emit();
  }
  begin(): void {
    this.saveState.emit('started');
  }
  end(): void {
    this.model.dirty = false;
    this.saveState.emit('completed');
  }
}

let slow: SlowDocument;
beforeEach(() => {
  slow = new SlowDocument();
  keepChangesWhileSaving(slow as unknown as Context);
});

test('what is typed while a save goes on is still to be saved', () => {
  slow.type();
  slow.begin();
  slow.type();
  slow.end();
  expect(slow.model.dirty).toBe(true);
});

test('what was typed before is not', () => {
  slow.type();
  slow.begin();
  slow.end();
  expect(slow.model.dirty).toBe(false);
});

test('and the next save makes it clean', () => {
  slow.begin();
  slow.type();
  slow.end();
  slow.begin();
  slow.end();
  expect(slow.model.dirty).toBe(false);
});
