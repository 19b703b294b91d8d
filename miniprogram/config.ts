/** One cloud environment a stage (wx.getAccountInfoSync, envVersion); a release talks to nothing but its own. */
const ENVIRONMENTS = {
  develop: 'zhian-local',
  trial: 'zhian-test',
  release: 'zhian-prod',
} as const;

export const cloudEnvironment = (): string => ENVIRONMENTS[wx.getAccountInfoSync().miniProgram.envVersion];
