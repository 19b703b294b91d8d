import type { WxName } from '../compiler/wx-names';
import type { createWx } from './wx';

type Wx = ReturnType<typeof createWx>;

/** What can be called; `wx.env` cannot. */
type CallsOf<Api> = {
  [Name in keyof Api & string]: Api[Name] extends (...values: never[]) => unknown ? Name : never;
}[keyof Api & string];
type Present =
  | CallsOf<Wx>
  | `cloud.${CallsOf<Wx['cloud']>}`
  | `getFileSystemManager().${CallsOf<ReturnType<Wx['getFileSystemManager']>>}`;

/** The compiler's list and the runtime agree: a type error here names what one of them lacks. */
export type Agreement = [Same<Exclude<Present, WxName>, never>, Same<Exclude<WxName, Present>, never>];

type Same<Difference extends Wanted, Wanted> = Difference;
