/** One project a kind of test, so that each can be run alone: npx jest --selectProjects domain */
const typescript = {
  '^.+\\.ts$': [
    '@swc/jest',
    { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
  ],
};

/** Its entry for require gives nothing: the module itself is read. */
const MP3_ENCODER = '@breezystack/lamejs/dist/lamejs.js';
const modules = {
  moduleNameMapper: { '^@breezystack/lamejs$': `<rootDir>/node_modules/${MP3_ENCODER}` },
  transformIgnorePatterns: [`/node_modules/(?!${MP3_ENCODER})`],
};

const node = (name, folder) => ({
  displayName: name,
  rootDir: __dirname,
  testMatch: [`<rootDir>/test/${folder}/**/*.test.ts`],
  testEnvironment: 'node',
  ...modules,
  transform: {
    ...typescript,
    '/lamejs\\.js$': ['@swc/jest', { module: { type: 'commonjs' } }],
  },
});

module.exports = {
  projects: [
    node('domain', 'domain'),
    node('cloudfunctions', 'cloudfunctions'),
    node('miniprogram', 'miniprogram'),
    node('local', 'local'),
    node('conformance', 'conformance'),
    {
      displayName: 'components',
      rootDir: __dirname,
      testMatch: ['<rootDir>/test/components/**/*.test.ts'],
      testEnvironment: 'jsdom',
      setupFiles: ['<rootDir>/test/components/setup.js'],
      // miniprogram-simulate requires files without extension: ts must be tried first.
      moduleFileExtensions: ['ts', 'js', 'json'],
      transform: {
        '^.+\\.ts$': [
          '@swc/jest',
          { jsc: { parser: { syntax: 'typescript' }, target: 'es2020' }, module: { type: 'commonjs' } },
        ],
      },
    },
    node('audit', 'audit'),
    node('phone', 'phone'),
    node('journeys', 'journeys'),
  ],
  // A journey starts the whole runtime and a browser; two cores carry two suites.
  maxWorkers: 2,
  testTimeout: 180_000,
};
