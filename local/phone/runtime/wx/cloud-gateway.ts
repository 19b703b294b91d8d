import { server, settings } from '../settings';
import { failure } from './api';

/** A slow network: every request waits this long. */
const SLOW_MS = 2500;

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A request of this phone to the environment, through the network the panel sets. @throws {errCode, errMsg} */
export const postToCloud = async (route: string, body: BodyInit): Promise<Record<string, unknown>> => {
  if (settings.net === 'off') throw failure('fail network is down', { errCode: -1 });
  if (settings.net === 'slow') await wait(SLOW_MS);
  let answer: Record<string, unknown>;
  try {
    const response = await fetch(`${server().cloudUrl}/client/${route}`, {
      method: 'POST',
      headers: { 'x-wx-holder': settings.as },
      body,
    });
    answer = (await response.json()) as Record<string, unknown>;
  } catch {
    throw failure('fail request failed', { errCode: -1 });
  }
  const error = answer['error'] as { errCode: number; errMsg: string } | undefined;
  if (error) throw failure(`fail ${error.errMsg}`, { errCode: error.errCode });
  return answer;
};
