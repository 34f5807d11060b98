/** JupyterLab's shortcuts on our own buttons and inputs: plain keys are theirs, the others go through. */

import type { CommandRegistry } from '@lumino/commands';

const SUPPRESS = 'data-lm-suppress-shortcuts';

/**
 * For `focusin`. In command mode Enter, D or X would otherwise act on the cell. It must be the focused element
 * that says so: JupyterLab's selectors end in `:focus`, and match before they meet an ancestor.
 */
export function keepShortcutsAway(event: FocusEvent): void {
  (event.target as Element).setAttribute(SUPPRESS, 'true');
}

/** Runs the shortcut that a key with Ctrl, Cmd or Alt stands for. */
export function processShortcut(commands: CommandRegistry, event: KeyboardEvent): void {
  // Copying is the browser's: text of a check or a solution may be selected.
  if (event.key.toLowerCase() === 'c') return;
  const target = event.target as Element;
  target.removeAttribute(SUPPRESS);
  try {
    commands.processKeydownEvent(event);
  } finally {
    target.setAttribute(SUPPRESS, 'true');
  }
}
