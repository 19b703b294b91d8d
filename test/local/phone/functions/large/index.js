exports.main = async () => ({ text: 'x'.repeat(1024 * 1024 + 1) });
