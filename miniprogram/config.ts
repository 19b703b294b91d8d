/** One cloud environment a stage (platform facts 4.6); a release talks to nothing but its own. */
const ENVIRONMENTS = {
  develop: 'zhian-local',
  trial: 'zhian-test',
  release: 'zhian-prod',
} as const;

export const cloudEnvironment = (): string => ENVIRONMENTS[wx.getAccountInfoSync().miniProgram.envVersion];
