/** Opens the program's cloud environment; once, before the first call. */
export const openCloud = (env: string): void => wx.cloud.init({ env, traceUser: false });
