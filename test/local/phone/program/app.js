App({
  seen: [],
  onShow(options) {
    this.seen.push(['show', options.path, options.query]);
  },
  onHide() {
    this.seen.push(['hide']);
  },
  onError(message) {
    this.seen.push(['error', message.split('\n')[0]]);
  },
  onThemeChange({ theme }) {
    this.seen.push(['theme', theme]);
  },
});
