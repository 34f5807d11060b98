// @ts-check
/** What TypeDoc knows of the package's exports. */

import { fileURLToPath } from 'node:url';
import { Application, Logger, LogLevel, ReflectionKind } from 'typedoc';
import { layOut, SUBJECT_ORDER } from './layout.mjs';

const folder = fileURLToPath(new URL('../..', import.meta.url));
export const PAGE = fileURLToPath(
  new URL('../../../../docs/reference/preference.md', import.meta.url)
);

/** @typedef {{ name: string, isValue: boolean, examples: string[] }} Export */

/** Keeps what TypeDoc warns of: a type that is not exported, an `@param` that there is not, a link to nothing. */
class Complaints extends Logger {
  /** @type {string[]} */
  complaints = [];

  /** @override @param {string} message @param {LogLevel} level */
  log(message, level) {
    super.log(message, level);
    if (level >= LogLevel.Warn) this.complaints.push(message);
  }
}

/** @returns {Promise<{ exports: Export[], complaints: string[], render: (folder: string) => Promise<void> }>} */
export async function readExports() {
  const app = await Application.bootstrapWithPlugins({
    plugin: ['typedoc-plugin-markdown'],
    entryPoints: ['', 'charts/', 'experiments/'].map((entry) => `${folder}src/${entry}index.ts`),
    tsconfig: `${folder}tsconfig.lib.json`,
    logLevel: 'Error',
    validation: { notExported: true, invalidLink: true, notDocumented: false },
    readme: 'none',
    disableSources: true,
    excludeExternals: true,
    excludePrivate: true,
    preservedTypeAnnotationTags: ['@throws'],
    categorizeByGroup: false,
    categoryOrder: SUBJECT_ORDER,
    sort: ['kind'],
    kindSortOrder: ['Function', 'Class', 'Variable', 'Interface', 'TypeAlias'],
    // What the Markdown plugin adds.
    .../** @type {object} */ ({
      outputFileStrategy: 'modules',
      entryFileName: 'preference',
      hidePageHeader: true,
      hideBreadcrumbs: true,
      parametersFormat: 'table',
      interfacePropertiesFormat: 'table',
      typeDeclarationFormat: 'table',
      propertyMembersFormat: 'table',
      blockTagsPreserveOrder: ['@example']
    })
  });
  const log = new Complaints();
  app.logger = log;
  log.level = LogLevel.Warn;
  layOut(app);
  const project = await app.convert();
  if (project === undefined) {
    throw new Error(`TypeDoc could not read the package: ${log.complaints.join(' ')}`);
  }
  app.validate(project);
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
    complaints: log.complaints,
    render: (into) => app.outputs.writeOutput({ name: 'markdown', path: into }, project)
  };
}

/** @param {string} markdown what stands in its fences */
function codeOf(markdown) {
  return [...markdown.matchAll(/```\w*\n([^]*?)```/g)].map(([, code]) => code).join('\n');
}
