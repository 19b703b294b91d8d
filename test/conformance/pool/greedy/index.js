/** Takes more memory than it was given, in the heap or beside it. */
const kept = [];

exports.main = async ({ kind }) => {
  for (;;) {
    kept.push(
      kind === 'heap' ? Array.from({ length: 200_000 }, (_each, n) => ({ n })) : Buffer.alloc(8e6, 1),
    );
    await new Promise((resolve) => setImmediate(resolve));
  }
};
