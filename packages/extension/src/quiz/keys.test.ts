import { expect, test } from 'vitest';
import { isTypingKey } from './keys.js';

const press = (key: string, { type = 'text', shiftKey = false, altKey = false } = {}) =>
  isTypingKey({ key, shiftKey, altKey, target: { localName: 'input', type } });

test('in a text field, editing keys are the text’s', () => {
  for (const key of ['a', 'c', 'v', 'x', 'z', 'ArrowLeft', 'Backspace', 'Enter']) {
    expect(press(key)).toBe(true);
  }
  expect(press('Z', { shiftKey: true })).toBe(true);
  expect(press('ArrowLeft', { shiftKey: true })).toBe(true);
  expect(press('e', { altKey: true })).toBe(true);
});

test('commands are JupyterLab’s', () => {
  expect(press('s')).toBe(false);
  expect(press('C', { shiftKey: true })).toBe(false);
});

test('a radio button has no text', () => {
  expect(press('a', { type: 'radio' })).toBe(false);
});
