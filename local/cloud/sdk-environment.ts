/**
 * What both SDKs find the gateway and themselves by. Region, namespace and the secrets are asked for although nothing
 * here depends on them: without them the SDKs end the process, or look for the machine's own for fifteen seconds.
 * @param url where the gateway answers
 */
export const sdkEnvironment = (url: string, env: string): Record<string, string> => ({
  TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
  TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SOURCE,TCB_SEQID',
  TCB_ENV: env,
  SCF_NAMESPACE: env,
  TENCENTCLOUD_RUNENV: 'SCF',
  TENCENTCLOUD_REGION: 'ap-shanghai',
  TENCENTCLOUD_SECRETID: 'local',
  TENCENTCLOUD_SECRETKEY: 'local',
});

/** The environment every function starts with, and nothing of this machine's beside it. */
export const functionEnvironment = (url: string, env: string): Record<string, string> => ({
  ...sdkEnvironment(url, env),
  PATH: process.env['PATH'] ?? '',
  TZ: 'UTC',
  LBS_URL: `${url}/lbs`,
  LBS_KEY: 'local',
});
