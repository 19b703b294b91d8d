/** The shape every asynchronous wx function has: callbacks, or a promise when none is given. */
export interface Callbacks<Result> {
  success?: (result: Result & { errMsg: string }) => void;
  fail?: (error: { errMsg: string }) => void;
  complete?: (result: { errMsg: string }) => void;
}

/** What a wx function fails with. */
export const failure = (message: string, fields: object = {}): { errMsg: string } => ({
  errMsg: message,
  ...fields,
});

export const api =
  <Options extends object, Result extends object>(
    name: string,
    work: (options: Options) => Promise<Result> | Result,
  ) =>
  (options: Options & Callbacks<Result> = {} as Options & Callbacks<Result>): Promise<Result> | undefined => {
    const { success, fail, complete } = options;
    const answer = (async () => ({ ...(await work(options)), errMsg: `${name}:ok` }))().catch(
      (error: unknown) => {
        const message = (error as { errMsg?: string }).errMsg ?? `fail ${String((error as Error).message)}`;
        throw { ...(error as object), errMsg: message.startsWith(name) ? message : `${name}:${message}` };
      },
    );
    if (!success && !fail && !complete) return answer;
    void answer.then(
      (result) => {
        success?.(result);
        complete?.(result);
      },
      (error: { errMsg: string }) => {
        fail?.(error);
        complete?.(error);
      },
    );
    return undefined;
  };
