// The release this bundle belongs to; __tests__/action.test.ts keeps it equal to package.json's.
export const version = '0.1.0'
