import js from '@eslint/js';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** A leading underscore says that a name is unused on purpose. */
const UNUSED = { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true };

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      '**/lib/',
      '**/labextension/',
      '**/*.generated.ts',
      '.cache/',
      '.venv/',
      '.venv-tests/',
      '.venv-bench/',
      '.nx/',
      '**/dist/',
      'packages/cli/shell/',
      'packages/grader/sandbox/',
      'ui-tests/test-results/',
      'ui-tests/playwright-report/'
    ]
  },
  js.configs.recommended,
  {
    files: ['packages/*/src/**/*.ts', 'ui-tests/**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', UNUSED],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true }
      ],
      eqeqeq: ['error', 'always', { null: 'ignore' }]
    }
  },
  {
    files: ['**/*.mjs', '*.js', '*.ts', 'deployment/**/*.ts'],
    extends: [tseslint.configs.recommended],
    languageOptions: { globals: globals.node },
    rules: { '@typescript-eslint/no-unused-vars': ['error', UNUSED] }
  },
  {
    files: ['deployment/page-start.js'],
    languageOptions: {
      globals: { ...globals.browser, BASE: 'readonly', STORAGE: 'readonly', STORES: 'readonly' }
    }
  }
);
