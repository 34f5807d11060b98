// @ts-check
/** What TypeDoc knows of the package's exports. */

import { fileURLToPath } from 'node:url';
import { Application, ReflectionKind } from 'typedoc';

const folder = fileURLToPath(new URL('../..', import.meta.url));
export const PAGE = fileURLToPath(
  new URL('../../../../docs/reference/preference.md', import.meta.url)
);

/** @typedef {{ name: string, isValue: boolean, examples: string[] }} Export */

/** @returns {Promise<{ exports: Export[], render: (folder: string) => Promise<void> }>} */
export async function readExports() {
  const app = await Application.bootstrapWithPlugins({
    plugin: ['typedoc-plugin-markdown'],
    entryPoints: [`${folder}src/index.ts`],
    tsconfig: `${folder}tsconfig.lib.json`,
    logLevel: 'Error',
    readme: 'none',
    disableSources: true,
    excludeExternals: true,
    excludePrivate: true,
    // What the Markdown plugin adds.
    .../** @type {object} */ ({
      outputFileStrategy: 'modules',
      entryFileName: 'preference',
      hidePageHeader: true,
      hideBreadcrumbs: true,
      parametersFormat: 'table',
      interfacePropertiesFormat: 'table',
      typeDeclarationFormat: 'table',
      propertyMembersFormat: 'table'
    })
  });
  const project = await app.convert();
  if (project === undefined) throw new Error('TypeDoc could not read the package.');
  const values = ReflectionKind.Function | ReflectionKind.Class | ReflectionKind.Variable;
  const exports = (project.children ?? []).map((reflection) => {
    const commented = [reflection, ...(reflection.signatures ?? [])];
    const tags = commented.flatMap(({ comment }) => comment?.getTags('@example') ?? []);
    return {
      name: reflection.name,
      isValue: reflection.kindOf(values),
      examples: tags.map(({ content }) => codeOf(content.map(({ text }) => text).join('')))
    };
  });
  return {
    exports,
    render: (into) => app.outputs.writeOutput({ name: 'markdown', path: into }, project)
  };
}

/** @param {string} markdown what stands in its fences */
function codeOf(markdown) {
  return [...markdown.matchAll(/```\w*\n([^]*?)```/g)].map(([, code]) => code).join('\n');
}
