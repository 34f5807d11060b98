/** Native inputs for an experiment's settings, each with its label and its value in sight. */

import { readable } from '../../charts/words.js';
import type { Control, Settings } from '../experiment.js';
import { element, freshId } from './elements.js';
import { nearest, sliderValues } from './slider.js';

interface Field {
  element: HTMLElement;
  show(value: Settings[string]): void;
}

export class Controls {
  readonly element: HTMLFieldSetElement;
  readonly #fields: Map<string, Field>;

  /** @param onChange is told of each change that the learner makes */
  constructor(
    controls: readonly Control[],
    onChange: (name: string, value: Settings[string]) => void
  ) {
    this.#fields = new Map(
      controls.map((control) => [
        control.name,
        fieldOf(control, (value) => onChange(control.name, value))
      ])
    );
    this.#fields.set(
      'seed',
      seedField((value) => onChange('seed', value))
    );
    this.element = element(
      'fieldset',
      {},
      element('legend', {}, 'Settings'),
      ...[...this.#fields.values()].map((field) => field.element)
    );
  }

  show(settings: Settings): void {
    for (const [name, field] of this.#fields) {
      const value = settings[name];
      if (value !== undefined) field.show(value);
    }
  }
}

type Changed = (value: Settings[string]) => void;

function fieldOf(control: Control, changed: Changed): Field {
  switch (control.type) {
    case 'range':
      return rangeField(control, changed);
    case 'choice':
      return choiceField(control, changed);
    case 'switch':
      return switchField(control, changed);
  }
}

function rangeField(control: Extract<Control, { type: 'range' }>, changed: Changed): Field {
  const values = sliderValues(control);
  const id = freshId();
  // Seen only: what is heard is the slider's value, and an `output` would be read out as well.
  const output = element('span', { class: 'value', 'aria-hidden': 'true' });
  const input = element('input', {
    type: 'range',
    id,
    min: '0',
    max: String(values.length - 1),
    step: '1'
  });
  const show = (value: number) => {
    input.value = String(nearest(values, value));
    input.setAttribute('aria-valuetext', readable(value));
    output.textContent = readable(value);
  };
  input.addEventListener('input', () => {
    const value = values[Number(input.value)]!;
    show(value);
    changed(value);
  });
  return {
    element: element(
      'div',
      { class: 'field' },
      element('label', { for: id }, control.label),
      output,
      input
    ),
    show: (value) => show(Number(value))
  };
}

function choiceField(control: Extract<Control, { type: 'choice' }>, changed: Changed): Field {
  const id = freshId();
  const input = element(
    'select',
    { id },
    ...control.options.map(({ value, label }) => element('option', { value }, label))
  );
  input.addEventListener('change', () => changed(input.value));
  return {
    element: element(
      'div',
      { class: 'field' },
      element('label', { for: id }, control.label),
      input
    ),
    show: (value) => (input.value = String(value))
  };
}

function switchField(control: Extract<Control, { type: 'switch' }>, changed: Changed): Field {
  const input = element('input', { type: 'checkbox' });
  input.addEventListener('change', () => changed(input.checked));
  return {
    element: element('label', { class: 'field switch' }, input, ` ${control.label}`),
    show: (value) => (input.checked = value === true)
  };
}

function seedField(changed: Changed): Field {
  const id = freshId();
  const input = element('input', { type: 'number', id, step: '1', min: '0', inputmode: 'numeric' });
  const next = element('button', { type: 'button' }, 'Next');
  const set = (value: number) => {
    input.value = String(value);
    changed(value);
  };
  // An emptied field is no seed yet.
  input.addEventListener('change', () => {
    if (Number.isInteger(input.valueAsNumber)) set(input.valueAsNumber);
  });
  next.addEventListener('click', () => set((input.valueAsNumber || 0) + 1));
  next.setAttribute('aria-label', 'Next seed');
  const label = element('label', { for: id }, 'Seed of all chance');
  return {
    element: element(
      'div',
      { class: 'field' },
      label,
      element('div', { class: 'row' }, input, next)
    ),
    show: (value) => (input.value = String(value))
  };
}
