/* What miniprogram-simulate leaves out and our pages need. */
const exparser = require('miniprogram-exparser');

// vant's tabs group their updates; the 2020 engine has no such call.
exparser.Component.prototype.groupSetData = function groupSetData(callback) {
  if (callback) callback.call(this);
};

// Errors in handlers are swallowed by the engine: tests assert that this stays empty.
globalThis.__componentErrors = [];
exparser.addGlobalErrorListener((error) => globalThis.__componentErrors.push(error));
globalThis.getCurrentPages = () => [];
globalThis.getApp = () => ({});
