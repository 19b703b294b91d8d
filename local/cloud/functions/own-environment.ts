type Variables = Record<string, string | undefined>;

/**
 * Lets every invocation have variables of its own: who calls is told by process.env, and what goes on behind an
 * answer must not find the next caller there. What an invocation writes is gone with it.
 * @param now the variables of whoever asks
 */
export const installOwnEnvironment = (now: () => Variables): void => {
  process.env = new Proxy<Variables>(
    {},
    {
      get: (_target, key) => (typeof key === 'string' ? now()[key] : undefined),
      has: (_target, key) => typeof key === 'string' && key in now(),
      // As the real one: everything becomes text.
      set: (_target, key, value) => Reflect.set(now(), key, String(value)),
      deleteProperty: (_target, key) => Reflect.deleteProperty(now(), key),
      ownKeys: () => Reflect.ownKeys(now()),
      getOwnPropertyDescriptor: (_target, key) => Reflect.getOwnPropertyDescriptor(now(), key),
      defineProperty: (_target, key, descriptor) =>
        Reflect.set(now(), key, String((descriptor as { value?: unknown }).value)),
    },
  );
};
