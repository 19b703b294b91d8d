/** Burns its process for ever. */
exports.main = () => {
  for (;;);
};
