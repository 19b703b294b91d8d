import type tcb from '@cloudbase/node-sdk';

/** One of the two SDKs under the names that the cases use. */
export interface Kit {
  readonly sdk: 'wx' | 'node';
}

export declare const ofNode: (app: ReturnType<typeof tcb.init>) => Kit;
