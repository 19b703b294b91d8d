import { deskTimers, groundNow, onGround } from './foreground';
import { settings, type Network } from './settings';
import { failure } from './wx/api';

/** A slow network: how long every request waits, and how fast a file goes. */
const SLOW_MS = 2500;
const SLOW_BYTES_PER_S = 256 * 1024;
const STEPS_PER_S = 10;

type NetworkListener = (network: Network) => void;
const listeners = new Set<NetworkListener>();
const travelling = new Set<AbortController>();

const DOWN = { message: 'fail network is down', fields: { errCode: -1, errno: 600001 } };
const INTERRUPTED = { message: 'fail interrupted', fields: { errCode: -1, errno: 600003 } };

const endAll = (reason: typeof DOWN): void => {
  for (const controller of travelling) controller.abort(failure(reason.message, reason.fields));
};

onGround((ground) => {
  if (ground === 'suspended') endAll(INTERRUPTED);
});

export const onNetwork = (listener: NetworkListener): void => {
  listeners.add(listener);
};

/** The panel moves the switch; what was under way when the network goes is lost. */
export const changeNetwork = (network: Network): void => {
  settings.net = network;
  if (network === 'off') endAll(DOWN);
  for (const listener of listeners) listener(network);
};

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = deskTimers.setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      deskTimers.clearTimeout(timer);
      reject(signal.reason as Error);
    });
  });

export interface Journey {
  readonly signal: AbortSignal;
  /** Takes as long as so many bytes take; tells how many have gone. */
  readonly carry: (bytes: number, onProgress: (gone: number) => void) => Promise<void>;
}

/**
 * A request through the network as the panel set it: nothing goes when it is off, everything takes long when slow.
 * @param abort the program's own wish to stop
 * @throws {errMsg, errCode} of the network, of the suspension, or what `abort` was aborted with
 */
export const travel = async <Result>(
  work: (journey: Journey) => Promise<Result>,
  abort?: AbortSignal,
): Promise<Result> => {
  if (settings.net === 'off') throw failure(DOWN.message, DOWN.fields);
  if (groundNow() === 'suspended') throw failure(INTERRUPTED.message, INTERRUPTED.fields);
  const controller = new AbortController();
  const { signal } = controller;
  abort?.addEventListener('abort', () => controller.abort(abort.reason));
  travelling.add(controller);
  try {
    if (settings.net === 'slow') await pause(SLOW_MS, signal);
    signal.throwIfAborted();
    const answer = await work({
      signal,
      carry: async (bytes, onProgress) => {
        let gone = 0;
        while (settings.net === 'slow' && gone < bytes) {
          await pause(1000 / STEPS_PER_S, signal);
          gone = Math.min(bytes, gone + SLOW_BYTES_PER_S / STEPS_PER_S);
          onProgress(gone);
        }
      },
    });
    signal.throwIfAborted();
    return answer;
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  } finally {
    travelling.delete(controller);
  }
};
