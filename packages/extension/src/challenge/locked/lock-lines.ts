/** Locks a starter's lines in the editor that JupyterLab made for a cell. */

import { Compartment } from '@codemirror/state';
import type { CodeEditor } from '@jupyterlab/codeeditor';
import { CodeMirrorEditor, ySyncAnnotation } from '@jupyterlab/codemirror';
import { DisposableDelegate, type IDisposable } from '@lumino/disposable';
import { lockedBlocks } from './blocks.js';
import { lockedLinesExtension } from './extension.js';

/** `onRefused`: some part of an edit was left out. `null`: there is nothing to lock. */
export function lockLines(
  editor: CodeEditor.IEditor | null,
  starter: string,
  onRefused: () => void
): IDisposable | null {
  if (!(editor instanceof CodeMirrorEditor)) return null;
  if (lockedBlocks(starter, starter).length === 0) return null;
  const place = new Compartment();
  const extension = lockedLinesExtension({
    starter,
    onRefused,
    isShared: (transaction) => transaction.annotation(ySyncAnnotation) !== undefined
  });
  editor.injectExtension(place.of(extension));
  return new DisposableDelegate(() => {
    if (!editor.isDisposed) editor.editor.dispatch({ effects: place.reconfigure([]) });
  });
}
