/** Never answers; its limit is one second. */
exports.main = () => new Promise(() => {});
