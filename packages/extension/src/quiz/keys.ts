/** Which keys with Ctrl, Cmd or Alt belong to the text that is being typed, and not to JupyterLab. */

/** In a text field everything does but saving and what has Shift and a letter: those are commands everywhere. */
export function isTypingKey(
  event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey'> & { target: unknown }
): boolean {
  if (!isTextField(event.target)) return false;
  const key = event.key.toLowerCase();
  if (event.altKey || key.length !== 1) return true;
  return event.shiftKey ? key === 'z' || key === 'v' : key !== 's';
}

function isTextField(target: unknown): boolean {
  const { localName, type } = target as Partial<HTMLInputElement>;
  return localName === 'input' && type === 'text';
}
