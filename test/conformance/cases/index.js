const { addressesOf } = require('./errors-and-files');

/** Every group prepares its collections, then its cases run one after the other. */
exports.GROUPS = {
  queries: require('./queries'),
  pages: require('./pages'),
  updates: require('./updates'),
  pipelines: require('./pipelines'),
  transactions: require('./transactions'),
  'errors and files': require('./errors-and-files'),
};

/** @returns the result as it is after a way through JSON, as a function's answer is */
exports.runCase = async (kit, group, name) => {
  const { prepare, cases } = exports.GROUPS[group];
  if (name === 'prepare') return void (await prepare(kit));
  const [, run] = cases.find(([each]) => each === name);
  const result = await run(kit);
  return JSON.parse(JSON.stringify(result ?? null));
};

exports.addressesOf = addressesOf;
