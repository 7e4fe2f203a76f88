// The house rules a machine can hold: what may appear where, and what TypeScript must be able to prove.
import js from '@eslint/js'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

const RIM = 'belongs to src/main.ts and src/inputs/raw.ts; take it as an argument'
const bannedGlobals = ['Date', 'setTimeout', 'setInterval', 'setImmediate', 'process', 'console', 'performance']

const PROBLEM_ONLY = {
  selector: ":matches(NewExpression, CallExpression)[callee.name='Error']",
  message: 'Throw a Problem with a code of the catalogue.'
}
const NO_ASSERTION = {
  selector: "TSAsExpression:not([typeAnnotation.typeName.name='const'])",
  message: 'Prove it to the compiler; assertions are for src/aws, where the SDK ends.'
}
const NO_DEFAULT = {
  selector: "SwitchStatement:not([discriminant.operator='typeof']) > SwitchCase[test=null]",
  message: 'A switch over a union has no default, so that a new member fails the build.'
}

const NO_BLIND_IMPORT = {
  selector: "ImportExpression[source.type!='Literal']",
  message: 'Name the module: the import table of the architecture test has to see it.'
}

export default defineConfig(
  globalIgnores(['dist/', 'coverage/', '.demo/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Numbers and booleans in a template are what they look like.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // A branch of a switch may end with the call that does it.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // Brackets mark a name that comes from outside.
      '@typescript-eslint/dot-notation': 'off',
      // A union of one member, as the engines are today, is still a union.
      '@typescript-eslint/no-unnecessary-condition': 'off',
      // `[...text]` is how a text is cut at a code point.
      '@typescript-eslint/no-misused-spread': 'off',
      // `type` and `interface`, an index signature and a Record: whichever reads better.
      '@typescript-eslint/consistent-type-definitions': 'off',
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      // `''` is a value of its own in inputs and AWS answers: `||` is sometimes the meaning.
      '@typescript-eslint/prefer-nullish-coalescing': 'off'
    }
  },
  {
    files: ['src/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', PROBLEM_ONLY, NO_ASSERTION, NO_DEFAULT, NO_BLIND_IMPORT] }
  },
  {
    files: ['src/aws/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', PROBLEM_ONLY, NO_DEFAULT, NO_BLIND_IMPORT] }
  },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/main.ts', 'src/inputs/raw.ts'],
    rules: {
      'no-restricted-globals': ['error', ...bannedGlobals.map((name) => ({ name, message: `${name} ${RIM}.` }))],
      'no-restricted-properties': ['error', { object: 'Math', property: 'random', message: `Math.random ${RIM}.` }]
    }
  },
  {
    files: ['__tests__/**/*.ts'],
    rules: {
      // A test states what it knows: it may assert a type, and index what it has just built.
      '@typescript-eslint/no-unsafe-type-assertion': 'off',
      // A fake answers later without having anything to wait for, and does nothing where nothing is to be done.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      // A method is handed to `expect`, never called loose.
      '@typescript-eslint/unbound-method': 'off',
      // What AWS still sends although it is deprecated is imitated; what a client sends may be anything.
      '@typescript-eslint/no-deprecated': 'off',
      '@typescript-eslint/no-base-to-string': 'off'
    }
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    languageOptions: {
      globals: Object.fromEntries(
        ['AbortSignal', 'Buffer', 'URL', 'clearTimeout', 'console', 'performance', 'process', 'setTimeout'].map(
          (name) => [name, 'readonly']
        )
      )
    }
  }
)
