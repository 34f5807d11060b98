/** What a page's address asks for: which document, and what is to show it. As JupyterLite's own opener reads it. */

import type { DocumentRegistry } from '@jupyterlab/docregistry';

export interface Named {
  path: string;
  /** Asked for by name, or null. */
  factory: string | null;
}

/** @param search of the page's address, with the question mark */
export function pathIn(search: string): Named | null {
  const parameters = new URLSearchParams(search);
  const path = parameters.get('path');
  return path === null
    ? null
    : { path: decodeURIComponent(path), factory: parameters.get('factory') };
}

/** @param viewers the learner's choice by file type; ours only where the page has such a viewer */
export function factoryFor(
  path: string,
  viewers: Readonly<Record<string, string>>,
  registry: Pick<
    DocumentRegistry,
    'getFileTypesForPath' | 'getWidgetFactory' | 'defaultWidgetFactory'
  >
): string {
  const chosen = registry
    .getFileTypesForPath(path)
    .map(({ name }) => viewers[name])
    .filter((viewer) => viewer !== undefined && registry.getWidgetFactory(viewer) !== undefined);
  return chosen.at(-1) ?? registry.defaultWidgetFactory(path).name;
}
