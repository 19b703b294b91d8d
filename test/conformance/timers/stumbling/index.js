/** Fails every time. */
exports.main = () => {
  throw new Error('stumbled');
};
