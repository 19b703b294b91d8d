/** A page of the mini program without a screen: its own methods, its data, and a wx that only notes. */
export interface BarePage {
  readonly data: Readonly<Record<string, unknown>>;
  call(handler: string, detail?: object): Promise<void>;
  /** What a handler answers with. */
  ask(handler: string): unknown;
}

type Options = Record<string, unknown> & { data?: Record<string, unknown> };

/** What wx.cloud.callFunction was asked, in order. */
export interface Call {
  readonly name: string;
  readonly data: { readonly action: string; readonly data: Record<string, unknown> };
}

export interface BareWx {
  readonly calls: Call[];
  /** What was shown: modals' titles with their contents. */
  readonly modals: string[];
  /** Where it went. */
  readonly urls: string[];
  /** Answers the next calls of the action, in order; `errCode` for none. The last one stays. */
  answer(action: string, ...answers: (object | { errCode: number })[]): void;
  /** Whether the person agrees to what a modal asks. */
  agrees: boolean;
  /** Where the phone stands. */
  point: { longitude: number; latitude: number };
}

/** Sets the globals a page finds, and notes what it does with them. */
export const bareWx = (): BareWx => {
  const answers = new Map<string, object[]>();
  const state: BareWx = {
    calls: [],
    modals: [],
    urls: [],
    agrees: true,
    point: { longitude: 110.354, latitude: 20.003 },
    answer: (action, ...given) => void answers.set(action, given),
  };
  const callFunction = (call: Call): Promise<unknown> => {
    state.calls.push(call);
    const given = answers.get(call.data.action) ?? [];
    const next = (given.length > 1 ? given.shift() : given[0]) ?? { ok: true, data: {} };
    return 'errCode' in next
      ? Promise.reject(Object.assign(new Error('fail'), next))
      : Promise.resolve({ result: next });
  };
  const storage = new Map<string, unknown>();
  const go = ({ url }: { url: string }): void => void state.urls.push(url);
  Object.assign(globalThis, {
    getCurrentPages: () => [],
    wx: {
      cloud: {
        callFunction,
        uploadFile: ({ cloudPath }: { cloudPath: string }) =>
          Promise.resolve({ fileID: `cloud://e.b/${cloudPath}` }),
      },
      getLocation: () => Promise.resolve({ ...state.point, accuracy: 15 }),
      showModal: ({ title, content }: { title: string; content: string }) => {
        state.modals.push(`${title}：${content}`);
        return Promise.resolve({ confirm: state.agrees });
      },
      getStorageSync: (key: string) => structuredClone(storage.get(key) ?? ''),
      setStorageSync: (key: string, value: unknown) => void storage.set(key, structuredClone(value)),
      showToast: () => undefined,
      pageScrollTo: () => undefined,
      getWindowInfo: () => ({ statusBarHeight: 20, windowWidth: 375, windowHeight: 667 }),
      getMenuButtonBoundingClientRect: () => ({ top: 24, left: 281, height: 32 }),
      redirectTo: go,
      navigateTo: go,
      reLaunch: go,
    },
  });
  return state;
};

const write = (data: Record<string, unknown>, path: string, value: unknown): void => {
  const [first = '', ...rest] = path.replace(/\[(\d+)\]/g, '.$1').split('.');
  if (rest.length === 0) data[first] = value;
  else write((data[first] ??= {}) as Record<string, unknown>, rest.join('.'), value);
};

/** @param module loads the page's script, which calls Page() */
export const openPage = async (module: () => Promise<unknown>, query: object = {}): Promise<BarePage> => {
  let options: Options = {};
  Object.assign(globalThis, { Page: (given: Options) => void (options = given) });
  await jest.isolateModulesAsync(async () => void (await module()));
  const data = structuredClone(options.data ?? {});
  const page: Record<string, unknown> = {
    ...options,
    data,
    setData: (change: object, drawn?: () => void) => {
      for (const [path, value] of Object.entries(change)) write(data, path, value);
      drawn?.();
    },
    // Nobody opened it by navigateTo.
    getOpenerEventChannel: () => ({}),
  };
  const call: BarePage['call'] = async (handler, detail = {}) => {
    await (page[handler] as (event: unknown) => unknown)(detail);
  };
  if (page['onLoad']) await call('onLoad', query);
  const ask = (handler: string): unknown => (page[handler] as () => unknown)();
  return { data, call, ask };
};
