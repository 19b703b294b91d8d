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

export interface Point {
  readonly lng: number;
  readonly lat: number;
}

export interface Settings {
  /** The holder's phone number. */
  as: string;
  /** Where they stand, GCJ-02. */
  at: Point;
  /** Metres. */
  accuracy: number;
  /** Where positions come from: the panel's point, or the browser's own geolocation. */
  positionFrom: 'panel' | 'browser';
  /** The phone's own switch for positions; off fails every program. */
  isLocationOn: boolean;
  net: Network;
  /** What the next scan reads. */
  scan: string;
  theme: 'light' | 'dark';
  readonly path: string;
  readonly panel: boolean;
  /** 1 … 1.4: the system's type size. */
  readonly font: number;
  readonly size: { readonly width: number; readonly height: number };
  /** Height of the simulated keyboard, px; 0 uses the computer's own. */
  readonly keyboard: number;
}

declare global {
  interface Window {
    readonly PHONE: ServerSettings;
  }
}

export const server = (): ServerSettings => window.PHONE;

/** @returns undefined for what is no "lng,lat" */
export const pointOf = (text: string | null): Point | undefined => {
  const [lng, lat] = (text ?? '').split(/[,，]/).map((part) => (part.trim() === '' ? NaN : Number(part)));
  if (lng === undefined || lat === undefined || !Number.isFinite(lng) || !Number.isFinite(lat))
    return undefined;
  return Math.abs(lng) <= 180 && Math.abs(lat) <= 90 ? { lng, lat } : undefined;
};

export const networkOf = (text: string | null): Network => (text === 'slow' || text === 'off' ? text : 'on');

/** The phones of the panel: a small one, the usual one and a large one. */
export const SIZES = ['320x568', '375x812', '430x932'] as const;
const USUAL_SIZE = '375x812';

const sizeOf = (text: string | null): { width: number; height: number } => {
  const [, width, height] =
    /^(\d{3,4})x(\d{3,4})$/.exec(text ?? '') ?? /^(\d+)x(\d+)$/.exec(USUAL_SIZE) ?? [];
  return { width: Number(width), height: Number(height) };
};

const LARGEST_TYPE = 1.4;
const typeOf = (text: string | null): number => Math.min(LARGEST_TYPE, Math.max(1, Number(text ?? 1) || 1));

const read = (): Settings => {
  const query = new URLSearchParams(location.search);
  const [firstPerson] = server().people;
  const [firstPlace] = server().places;
  return {
    as: query.get('as') ?? firstPerson?.phone ?? '',
    at: pointOf(query.get('at')) ?? { lng: firstPlace?.lng ?? 110.35, lat: firstPlace?.lat ?? 20.02 },
    accuracy: 15,
    positionFrom: 'panel',
    isLocationOn: true,
    net: networkOf(query.get('net')),
    scan: query.get('scan') ?? '',
    theme: query.get('theme') === 'dark' ? 'dark' : 'light',
    path: query.get('path') ?? '',
    panel: query.get('panel') !== '0',
    font: typeOf(query.get('font')),
    size: sizeOf(query.get('size')),
    keyboard: Number(query.get('keyboard') ?? 0) || 0,
  };
};

export const settings: Settings = read();

export type AddressName = 'as' | 'at' | 'net' | 'path' | 'scan' | 'theme';

/** Writes one parameter of the address without loading it. */
export const writeAddress = (name: AddressName, value: string): void => {
  const address = new URL(location.href);
  address.searchParams.set(name, value);
  history.replaceState(null, '', address);
};
