// @ts-check
/** How the reference is laid out: by subject, with a name for each parameter, and without what every `Error` has. */

import {
  Comment,
  CommentTag,
  Converter,
  ReferenceType,
  ReflectionKind,
  ReflectionType
} from 'typedoc';

/** Where an export stands in src/, and its subject; the first that fits. In the order of the page. */
const SUBJECTS = {
  'data/': 'Data',
  'random.ts': 'Chance',
  'losses/': 'Losses',
  'tensor/': 'Gradients',
  'estimators/': 'Estimators',
  'closed-form/': 'Closed forms',
  'train/': 'Trainers',
  'kernels/kernel.ts': 'Where trainers run',
  'kernels/choose.ts': 'Where trainers run',
  'kernels/': 'Trainers',
  'policies/': 'Policies',
  'state-json.ts': 'Trainers',
  'environments/': 'Environments',
  'experiments/': 'Experiments',
  'charts/': 'Charts'
};
export const SUBJECT_ORDER = [...new Set(Object.values(SUBJECTS))];

/** @param {import('typedoc').Application} app */
export function layOut(app) {
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    // All entry points on one page.
    for (const entry of project.getChildrenByKind(ReflectionKind.Module)) {
      project.mergeReflections(entry, project);
    }
    for (const reflection of project.children ?? []) {
      const path = project.getSymbolIdFromReflection(reflection)?.packagePath ?? '';
      addTo(subjectOf(reflection.name, path), reflection);
    }
    for (const signature of project.getReflectionsByKind(ReflectionKind.SomeSignature)) {
      nameParameters(/** @type {import('typedoc').SignatureReflection} */ (signature));
      for (const tag of signature.comment?.getTags('@throws') ?? []) showType(tag);
    }
  });
  app.converter.on(Converter.EVENT_RESOLVE_END, ({ project }) => {
    for (const reflection of project.getReflectionsByKind(ReflectionKind.Class)) {
      const { children = [] } = /** @type {import('typedoc').DeclarationReflection} */ (reflection);
      for (const member of children.filter(isOfEveryError)) project.removeReflection(member);
    }
  });
}

/** @param {string} name @param {string} path */
function subjectOf(name, path) {
  const found = Object.entries(SUBJECTS).find(([begin]) => path.startsWith(`src/${begin}`));
  if (found) return found[1];
  throw new Error(`${name} stands in ${path}: add a subject for it to test/reference/layout.mjs.`);
}

/** @param {string} subject @param {import('typedoc').DeclarationReflection} reflection */
function addTo(subject, reflection) {
  const commented = reflection.signatures?.[0] ?? reflection;
  commented.comment ??= new Comment();
  commented.comment.blockTags.push(new CommentTag('@category', [{ kind: 'text', text: subject }]));
}

/** Which error it is: the Markdown plugin leaves it out. @param {CommentTag} tag */
function showType({ typeAnnotation, content }) {
  const type = typeAnnotation?.replace(/^\{|\}$/g, '');
  if (type) content.unshift({ kind: 'code', text: `\`${type}\`` }, { kind: 'text', text: ' ' });
}

/**
 * A parameter that is taken apart has no name in the code: it gets that of its `@param`, or else the last word of its
 * type's (`DpoInputs`: inputs).
 * @param {import('typedoc').SignatureReflection} signature
 */
function nameParameters({ parameters = [], comment }) {
  const named = (comment?.getTags('@param') ?? []).map(({ name }) => name);
  if (named.some((name) => name && !name.includes('.') && !isTaken(name, parameters))) return;
  for (const parameter of parameters) {
    if (parameter.name === '__namedParameters') parameter.name = nameOf(parameter.type);
  }
}

/** @param {string} name @param {{ name: string }[]} parameters */
const isTaken = (name, parameters) => parameters.some((parameter) => parameter.name === name);

/** @param {import('typedoc').SomeType | undefined} type */
function nameOf(type) {
  if (type instanceof ReflectionType) return 'options';
  const [word] = (type instanceof ReferenceType && /[A-Z][a-z]*$/.exec(type.name)) || ['options'];
  return word.toLowerCase();
}

/** @param {import('typedoc').DeclarationReflection} member */
function isOfEveryError(member) {
  const isInherited = (member.signatures ?? []).some(({ inheritedFrom }) => inheritedFrom);
  return isInherited || member.overwrites?.name === 'Error.name';
}
