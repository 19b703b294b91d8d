/* What miniprogram-simulate leaves out and our pages need. */
const exparser = require('miniprogram-exparser');

// Errors in handlers are swallowed by the engine: tests assert that this stays empty.
globalThis.__componentErrors = [];
exparser.addGlobalErrorListener((error) => globalThis.__componentErrors.push(error));
globalThis.getCurrentPages = () => [];
globalThis.getApp = () => ({});
