import { settled } from './disk/disk';
import { listenerPair } from './wx/api';

/** A new version of the program was delivered, by the panel. */
export const toldUpdate = listenerPair<undefined>();

/**
 * Ends the program and starts it again: what it kept stays, temporary files are gone.
 * @param change what of the address is different afterwards
 */
export const restart = async (change: Readonly<Record<string, string | null>> = {}): Promise<void> => {
  // What could not be written was told: the program starts again all the same.
  await settled().catch(() => undefined);
  const address = new URL(location.href);
  for (const [name, value] of Object.entries(change)) {
    if (value === null) address.searchParams.delete(name);
    else address.searchParams.set(name, value);
  }
  if (address.href === location.href) location.reload();
  else location.assign(address);
};

let opensLatest = false;

/** The page that is shown tells whether a cold start opens it again. */
export const setLatestPage = (isOpenedAgain: boolean): void => {
  opensLatest = isOpenedAgain;
};

/** Starts the program as WeChat does once it was ended: by its home page, unless restartStrategy keeps the latest. */
export const startCold = (): Promise<void> => restart(opensLatest ? {} : { path: null });
