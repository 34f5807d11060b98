/** The reference page of rules, made from the tables that the code itself uses. */

import { allRules, subjectOf, type ListedRule } from './all-rules.js';

const INTRODUCTION = `# Rules

<!-- Made from the code: run "UPDATE=1 npx vitest run packages/cli/src/check/rules-page.test.ts" to make it again. -->

What \`lectern check\`, \`build\`, \`convert\` and \`import\` tell an author, by the id that stands in each message. An **error** is something that a learner would meet, and \`lectern check\` ends with 1. A **warning** is something that is probably not meant; \`--strict\` counts it as an error. An **info** says what Lectern decided.
`;

export function rulesPage(): string {
  const rules = allRules();
  const subjects = [...new Set(rules.map(({ id }) => subjectOf(id)))];
  const sections = subjects.map((subject) => {
    const rows = rules.filter(({ id }) => subjectOf(id) === subject).map(row);
    return `## ${subject}\n\n| rule | severity | meaning |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
  });
  return [INTRODUCTION, ...sections].join('\n');
}

function row({ id, severity, description }: ListedRule): string {
  return `| \`${id}\` | ${severity} | ${description.replaceAll('|', '\\|')} |`;
}
