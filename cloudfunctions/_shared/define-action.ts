import type * as v from 'valibot';
import type { Actor } from '../../miniprogram/domain/people/post';

type Schema = v.GenericSchema;

/** What an action of an entered person runs with; identity comes from WeChat, time from the server. */
export interface RunContext<Loaded> {
  readonly actor: Actor;
  readonly now: string;
  readonly loaded: Loaded;
}

export interface EnteredAction<S extends Schema = Schema, Loaded = unknown, Data = unknown> {
  readonly access: 'entered';
  readonly input: S;
  /** What the use case reads, fetched beside the actor's posts in one wave; nothing of it leaves before `run` has checked. */
  readonly load: (input: v.InferOutput<S>, personId: string) => Promise<Loaded>;
  readonly run: (context: RunContext<Loaded>, input: v.InferOutput<S>) => Promise<Data>;
}

/** An action somebody may call before being known: entering itself. */
export interface OpenAction<S extends Schema = Schema, Data = unknown> {
  readonly access: 'open';
  readonly input: S;
  readonly run: (
    context: { readonly openid: string; readonly now: string },
    input: v.InferOutput<S>,
  ) => Promise<Data>;
}

/** One use case: see it → may do it → valid state → write → present. */
export const defineAction = <S extends Schema, Loaded, Data>(
  action: Omit<EnteredAction<S, Loaded, Data>, 'access'>,
): EnteredAction<S, Loaded, Data> => ({ access: 'entered', ...action });

export const defineOpenAction = <S extends Schema, Data>(
  action: Omit<OpenAction<S, Data>, 'access'>,
): OpenAction<S, Data> => ({ access: 'open', ...action });
