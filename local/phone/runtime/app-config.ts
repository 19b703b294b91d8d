import type { AppConfig } from './program';

/** The mini program's app.json, for what WeChat looks up in it: declared interfaces, reasons, dark mode. */
let config: AppConfig = {};

export const setAppConfig = (given: AppConfig): void => {
  config = given;
};

export const appConfig = (): AppConfig => config;
