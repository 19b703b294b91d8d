/** Loops for longer than any test takes. */
exports.main = () => {
  for (;;);
};
