import { Annotation, EditorState, Transaction } from '@codemirror/state';
import { describe, expect, test, vi } from 'vitest';
import { lockedLinesExtension } from './extension.js';

const STARTER = '# --- locked\nx = 1\n# --- end\ny = 2';

const fromModel = Annotation.define<boolean>();

function editor(): { state: EditorState; onRefused: () => void } {
  const onRefused = vi.fn();
  return {
    state: EditorState.create({
      doc: STARTER,
      extensions: lockedLinesExtension({
        starter: STARTER,
        onRefused,
        isShared: (transaction) => transaction.annotation(fromModel) === true
      })
    }),
    onRefused
  };
}

const typing = Transaction.userEvent.of('input.type');

describe('in the editor', () => {
  test('what is typed into locked lines is left out, and that is told', async () => {
    const { state, onRefused } = editor();
    const { newDoc } = state.update({ changes: { from: 14, insert: 'z' }, annotations: typing });
    expect(newDoc.toString()).toBe(STARTER);
    await Promise.resolve();
    expect(onRefused).toHaveBeenCalledOnce();
  });

  test('what is typed elsewhere is not held up', async () => {
    const { state, onRefused } = editor();
    const { newDoc } = state.update({
      changes: { from: STARTER.length, insert: '0' },
      annotations: typing
    });
    expect(newDoc.toString()).toBe(`${STARTER}0`);
    await Promise.resolve();
    expect(onRefused).not.toHaveBeenCalled();
  });

  test('a command that does not say it is typing is held back all the same', () => {
    const { state } = editor();
    expect(state.update({ changes: { from: 0, to: STARTER.length } }).newDoc.toString()).toBe(
      '# --- locked\nx = 1\n# --- end\n'
    );
  });

  test('the cursor stands after what was let in', () => {
    const { state } = editor();
    const paste = { from: 0, to: STARTER.length, insert: 'z = 3' };
    const { newDoc, newSelection } = state.update({ changes: paste, annotations: typing });
    expect(newDoc.sliceString(0, newSelection.main.head)).toBe(
      '# --- locked\nx = 1\n# --- end\nz = 3'
    );
    expect(newSelection.main.empty).toBe(true);
  });

  test.each([
    ['an undo', Transaction.userEvent.of('undo')],
    ['the shared model', fromModel.of(true)]
  ])('%s is not', (_, annotations) => {
    const { state } = editor();
    const { newDoc } = state.update({ changes: { from: 14, insert: 'z' }, annotations });
    expect(newDoc.toString()).not.toBe(STARTER);
  });
});
