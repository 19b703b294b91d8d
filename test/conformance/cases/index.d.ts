import type { Kit } from './kit';

type Case = readonly [name: string, run: (kit: Kit) => Promise<unknown>, expected: unknown];

export declare const GROUPS: Readonly<Record<string, { readonly cases: readonly Case[] }>>;
export declare const runCase: (kit: Kit, group: string, name: string) => Promise<unknown>;
export declare const addressesOf: (kit: Kit) => Promise<{ short: string; long: string; none: unknown }>;
