/** Locked lines in a cell's editor: marked, and out of reach of whoever types. */

import { EditorState, StateField, Transaction, type Extension } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';
import { lockedBlocks } from './blocks.js';
import { keepLocked, type Edit } from './keep-locked.js';

export interface LockOptions {
  starter: string;
  /** Some part of an edit was left out. */
  onRefused: () => void;
  /** Whether a change comes from the shared model, where nothing is held back: a reset, an upgrade, another person. */
  isShared: (transaction: Transaction) => boolean;
}

export function lockedLinesExtension(options: LockOptions): Extension {
  const { starter } = options;
  const marks = StateField.define<DecorationSet>({
    create: ({ doc }) => marksOf(doc.toString(), starter),
    update: (value, { docChanged, newDoc }) =>
      docChanged ? marksOf(newDoc.toString(), starter) : value,
    provide: (field) => EditorView.decorations.from(field)
  });
  const description = EditorView.contentAttributes.compute(['doc'], ({ doc }) =>
    attributesOf(doc.toString(), starter)
  );
  return [marks, description, keepLines(options)];
}

function keepLines({ starter, onRefused, isShared }: LockOptions): Extension {
  return EditorState.transactionFilter.of((transaction) => {
    if (!transaction.docChanged || isUndo(transaction) || isShared(transaction)) return transaction;
    const edits = editsOf(transaction);
    const kept = keepLocked(transaction.startState.doc.toString(), edits, starter);
    if (kept === edits) return transaction;
    queueMicrotask(onRefused); // what it does may draw, and an editor is not drawn in the middle of a change
    const event = transaction.annotation(Transaction.userEvent);
    return {
      changes: [...kept],
      ...(kept.length === 0 ? {} : { selection: { anchor: endOf(kept) } }),
      ...(event === undefined ? {} : { annotations: Transaction.userEvent.of(event) })
    };
  });
}

/** Where the new text ends, or, without any, where the first change was: in the text as it is afterwards. */
function endOf(edits: readonly Edit[]): number {
  const index = Math.max(
    0,
    edits.findIndex(({ insert }) => insert !== '')
  );
  const grown = edits
    .slice(0, index + 1)
    .reduce((sum, { from, to, insert }) => sum + insert.length - (to - from), 0);
  return (edits[index]?.to ?? 0) + grown;
}

function isUndo(transaction: Transaction): boolean {
  return transaction.isUserEvent('undo') || transaction.isUserEvent('redo');
}

function editsOf({ changes }: Transaction): Edit[] {
  const edits: Edit[] = [];
  changes.iterChanges((from, to, _fromB, _toB, inserted) => {
    edits.push({ from, to, insert: inserted.sliceString(0, inserted.length, '\n') });
  });
  return edits;
}

function marksOf(answer: string, starter: string): DecorationSet {
  const starts = new Map<number, string>();
  for (const block of lockedBlocks(answer, starter)) {
    let at = block.from;
    for (let line = block.first; line <= block.last; line++) {
      const edge = line === block.last ? ' lectern-mod-last' : '';
      starts.set(at, `lectern-LockedLine${edge}`);
      at = answer.indexOf('\n', at) + 1;
    }
  }
  return Decoration.set(
    [...starts].map(([at, name]) => Decoration.line({ class: name }).range(at))
  );
}

function attributesOf(answer: string, starter: string): Record<string, string> {
  const blocks = lockedBlocks(answer, starter);
  if (blocks.length === 0) return {};
  const lines = blocks.map(({ first, last }) => `lines ${first} to ${last}`);
  return { 'aria-description': `Locked, and cannot be changed: ${lines.join(', ')}.` };
}
