/** The shape every asynchronous wx function has: callbacks, or a promise when none is given. */
export interface Callbacks<Result> {
  success?: (result: Result & { errMsg: string }) => void;
  fail?: (error: { errMsg: string }) => void;
  complete?: (result: { errMsg: string }) => void;
}

/** What a wx function fails with. */
export interface Failure {
  readonly errMsg: string;
  readonly errno?: number;
  readonly errCode?: number;
}

/** @param message from "fail" on: the function's name is put before it */
export const failure = (message: string, fields: object = {}): Failure => ({ errMsg: message, ...fields });

/** WeChat's general errno of a parameter it does not take. */
export const badParameter = (what: string): Failure =>
  failure(`fail parameter error: ${what}`, { errno: 1001 });

type Kind = 'String' | 'Array' | 'Number' | 'Boolean';

const wrongKind = (name: string, value: unknown, kind: Kind): string => {
  const actual = Object.prototype.toString.call(value).slice(8, -1);
  return actual === kind ? '' : `parameter.${name} should be ${kind} instead of ${actual};`;
};

/** WeChat's own words for a parameter of the wrong kind. */
export const requireKind = (name: string, value: unknown, kind: Kind): void => {
  const words = wrongKind(name, value, kind);
  if (words) throw badParameter(words);
};

/** Several parameters at once: WeChat names all that are wrong, one after the other. */
export const requireKinds = (options: object, kinds: Readonly<Record<string, Kind>>): void => {
  const given = options as Readonly<Record<string, unknown>>;
  const words = Object.entries(kinds).map(([name, kind]) => wrongKind(name, given[name], kind));
  if (words.some(Boolean)) throw badParameter(words.join(''));
};

const named = (name: string, error: unknown): Failure => {
  const { errMsg, message } = error as { errMsg?: string; message?: string };
  const text = errMsg ?? `fail ${String(message)}`;
  const fields = error instanceof Error ? {} : (error as object);
  return { ...fields, errMsg: text.startsWith(`${name}:`) ? text : `${name}:${text}` };
};

const tell = <Result extends object>(
  name: string,
  answer: Promise<Result>,
  { success, fail, complete }: Callbacks<Result>,
): void => {
  void answer.then(
    (result) => {
      const told = { ...result, errMsg: `${name}:ok` };
      success?.(told);
      complete?.(told);
    },
    (error: unknown) => {
      const told = named(name, error);
      fail?.(told);
      complete?.(told);
    },
  );
};

/** With callbacks, or with a promise when there are none. */
export const api =
  <Options extends object, Result extends object>(
    name: string,
    work: (options: Options) => Promise<Result> | Result,
  ) =>
  (options: Options & Callbacks<Result> = {} as Options & Callbacks<Result>): Promise<Result> | undefined => {
    const answer = (async () => work(options))();
    if (options.success || options.fail || options.complete) {
      tell(name, answer, options);
      return undefined;
    }
    return answer.then(
      (result) => ({ ...result, errMsg: `${name}:ok` }),
      (error: unknown) => {
        throw named(name, error);
      },
    );
  };

/** With callbacks only: what the documentation says of FileSystemManager, login and others. */
export const callbackApi =
  <Options extends object, Result extends object>(
    name: string,
    work: (options: Options) => Promise<Result> | Result,
  ) =>
  (options: Options & Callbacks<Result> = {} as Options & Callbacks<Result>): void => {
    tell(name, (async () => work(options))(), options);
  };

/** Answers at once. @throws Error "name:fail …" with errno, as WeChat's …Sync functions do */
export const syncApi =
  <Values extends unknown[], Result>(name: string, work: (...values: Values) => Result) =>
  (...values: Values): Result => {
    try {
      return work(...values);
    } catch (error) {
      const told = named(name, error);
      throw Object.assign(new Error(told.errMsg), told);
    }
  };

/** An on…/off… pair: off without a listener forgets them all. */
export const listenerPair = <Event>() => {
  const listeners = new Set<(event: Event) => void>();
  return {
    on: (listener: (event: Event) => void): void => {
      listeners.add(listener);
    },
    off: (listener?: (event: Event) => void): void => {
      if (listener) listeners.delete(listener);
      else listeners.clear();
    },
    tell: (event: Event): void => {
      for (const listener of [...listeners]) listener(event);
    },
    isEmpty: (): boolean => listeners.size === 0,
  };
};
