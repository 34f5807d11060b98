/** The choices of a form (radio buttons, checkboxes) as a list of tasks, which a quiz is made from. */

import type { Element, ElementContent } from 'hast';
import { attribute, element, findAll, isElement } from './elements.js';

export function choiceList(nodes: readonly ElementContent[]): ElementContent[] {
  const result: ElementContent[] = [];
  let run: Element[] = [];
  const flush = (): void => {
    if (run.length >= 2) result.push(element('ul', {}, run.map(choice)));
    else result.push(...run);
    run = [];
  };
  for (const node of nodes) {
    if (isElement(node) && isChoice(node)) run.push(node);
    else if (run.length > 0 && isBetween(node)) continue;
    else {
      flush();
      result.push(node);
    }
  }
  flush();
  return result;
}

function isInput(node: Element): boolean {
  return node.tagName === 'input' && /^(?:radio|checkbox)$/.test(attribute(node, 'type') ?? '');
}

/** An element around one button and its words. */
function isChoice(node: Element): boolean {
  return /^(?:label|div|p|span)$/.test(node.tagName) && findAll(node, isInput).length === 1;
}

function isBetween(node: ElementContent): boolean {
  return isElement(node) ? node.tagName === 'br' : node.type !== 'text' || node.value.trim() === '';
}

/** What was ticked when the page was saved is nobody's answer. */
function choice(node: Element): Element {
  return element('li', {}, [
    element('p', {}, [element('input', { type: 'checkbox' }, []), ...withoutInput(node)])
  ]);
}

function withoutInput(node: Element): ElementContent[] {
  return node.children.flatMap((child): ElementContent[] => {
    if (!isElement(child)) return [child];
    if (isInput(child)) return [];
    return findAll(child, isInput).length > 0 ? withoutInput(child) : [child];
  });
}
