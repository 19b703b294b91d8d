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
