/** Who holds the phone and where, as the address says it; the panel writes the same. */
export type Network = 'on' | 'slow' | 'off';

export interface Person {
  readonly phone: string;
  readonly name: string;
  readonly role: string;
}

export interface Place {
  readonly label: string;
  readonly lng: number;
  readonly lat: number;
}

/** What the server tells every page, in settings.js. */
export interface ServerSettings {
  readonly cloudUrl: string;
  readonly people: readonly Person[];
  readonly places: readonly Place[];
}

export interface Settings {
  /** The holder's phone number. */
  as: string;
  /** Where they stand, GCJ-02. */
  at: { lng: number; lat: number };
  net: Network;
  /** What the next scan reads. */
  scan: string;
  readonly path: string;
  readonly panel: boolean;
  readonly font: number;
  /** Height of the simulated keyboard, px; 0 uses the computer's own. */
  readonly keyboard: number;
  readonly theme: 'light' | 'dark';
}

declare global {
  interface Window {
    readonly PHONE: ServerSettings;
  }
}

export const server = (): ServerSettings => window.PHONE;

const pointOf = (text: string | null): { lng: number; lat: number } | undefined => {
  const [lng, lat] = (text ?? '').split(',').map(Number);
  if (lng === undefined || lat === undefined || !Number.isFinite(lng) || !Number.isFinite(lat))
    return undefined;
  return { lng, lat };
};

const networkOf = (text: string | null): Network => (text === 'slow' || text === 'off' ? text : 'on');

const read = (): Settings => {
  const query = new URLSearchParams(location.search);
  const [firstPerson] = server().people;
  const [firstPlace] = server().places;
  return {
    as: query.get('as') ?? firstPerson?.phone ?? '',
    at: pointOf(query.get('at')) ?? { lng: firstPlace?.lng ?? 110.35, lat: firstPlace?.lat ?? 20.02 },
    net: networkOf(query.get('net')),
    scan: query.get('scan') ?? '',
    path: query.get('path') ?? '',
    panel: query.get('panel') !== '0',
    font: Number(query.get('font') ?? 1) || 1,
    keyboard: Number(query.get('keyboard') ?? 0) || 0,
    theme: query.get('theme') === 'dark' ? 'dark' : 'light',
  };
};

export const settings: Settings = read();

/** Writes one parameter of the address without loading it. */
export const writeAddress = (name: 'as' | 'at' | 'net' | 'path' | 'scan', value: string): void => {
  const address = new URL(location.href);
  address.searchParams.set(name, value);
  history.replaceState(null, '', address);
};
