import type { WxName } from '../compiler/wx-names';
import type { createWx } from './wx';

type Wx = ReturnType<typeof createWx>;
type Present = Exclude<keyof Wx, 'cloud'> | `cloud.${keyof Wx['cloud']}`;

/** The compiler's list and the runtime agree: a type error here names what one of them lacks. */
export type Agreement = [Same<Exclude<Present, WxName>, never>, Same<Exclude<WxName, Present>, never>];

type Same<Difference extends Wanted, Wanted> = Difference;
