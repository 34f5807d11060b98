/** Names of the functions that a program defines at its top level. Read from the syntax tree, so that a starter that does not parse yet still tells. */

import { parser } from '@lezer/python';

export function topLevelFunctions(source: string): string[] {
  const names = new Set<string>();
  const top = parser.parse(source).topNode;
  for (let node = top.firstChild; node !== null; node = node.nextSibling) {
    const definition =
      node.name === 'DecoratedStatement' ? node.getChild('FunctionDefinition') : node;
    if (definition?.name !== 'FunctionDefinition') continue;
    const name = definition.getChild('VariableName');
    if (name !== null) names.add(source.slice(name.from, name.to));
  }
  return [...names];
}
