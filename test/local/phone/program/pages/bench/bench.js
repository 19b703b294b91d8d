/** What a test can read of an answer: bytes as a list, an error as what it carries. */
const readable = (value) => {
  if (value instanceof ArrayBuffer) return { bytes: Array.from(new Uint8Array(value)) };
  if (value instanceof Error) return { errMsg: value.message, errno: value.errno };
  if (typeof value === 'function') return 'function';
  if (Array.isArray(value)) return value.map(readable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, readable(each)]));
};

/** A test names whatever it wants: by reflection, where the compiler does not look. */
const owner = (name) => {
  const wx = Reflect.get(globalThis, 'wx');
  if (name.startsWith('cloud.')) return [wx.cloud, name.slice(6)];
  if (name.startsWith('fs.')) return [wx.getFileSystemManager(), name.slice(3)];
  return [wx, name];
};

Page({
  data: { answer: '', animation: null, picture: '', film: '', isFilming: false },
  /** What the video and the camera tell. */
  onTold({ type, target, detail }) {
    this.events = [...(this.events || []), [target.id, type, readable(detail)]];
  },
  onPicture({ type, detail }) {
    this.setData({ answer: JSON.stringify({ type, ...detail }) });
  },
  /** With callbacks; `complete` is told last. */
  call(name, options) {
    const [object, method] = owner(name);
    return new Promise((resolve) => {
      let answer;
      object[method]({
        ...options,
        success: (result) => (answer = { ok: readable(result) }),
        fail: (error) => (answer = { fail: readable(error) }),
        complete: () => resolve(answer),
      });
    });
  },
  /** With a promise. */
  async ask(name, options) {
    const [object, method] = owner(name);
    try {
      return { ok: readable(await object[method](options)) };
    } catch (error) {
      return { fail: readable(error) };
    }
  },
  /** At once. */
  now(name, values) {
    const [object, method] = owner(name);
    try {
      return { ok: readable(object[method](...values)) };
    } catch (error) {
      return { fail: readable(error) };
    }
  },
  /** A test sets what the next tap asks. */
  next(name, options) {
    this.asked = [name, options];
    this.setData({ answer: '' });
  },
  async onTap({ detail, changedTouches: [touch] } = { changedTouches: [] }) {
    this.heard = { ...detail, ...touch };
    this.setData({ answer: JSON.stringify(await this.call(...this.asked)) });
  },
  async onLateTap() {
    await this.call('cloud.callFunction', { name: 'echo', data: {} });
    await this.onTap();
  },
  /** The recorder, and everything it tells. */
  recorder(method, options) {
    const recorder = wx.getRecorderManager();
    if (!this.told) {
      this.told = [];
      for (const name of [
        'Start',
        'Pause',
        'Resume',
        'Stop',
        'FrameRecorded',
        'Error',
        'InterruptionBegin',
        'InterruptionEnd',
      ]) {
        recorder[`on${name}`]((event) => this.told.push([name, readable(event)]));
      }
    }
    recorder[method](options);
  },
  /** Plays a file and notes what the context tells. */
  listen(src) {
    const audio = wx.createInnerAudioContext();
    const heard = [];
    this.heard = heard;
    for (const name of ['Play', 'Ended', 'Error', 'Stop'])
      audio[`on${name}`]((event) => heard.push([name, readable(event)]));
    audio.src = src;
    audio.play();
    this.audio = audio;
  },
  onPhoneNumber({ detail }) {
    this.setData({ answer: JSON.stringify(detail) });
  },
  onShareAppMessage({ from, target }) {
    return {
      title: `来自${from}`,
      path: '/pages/second/second?name=' + (target ? target.dataset.name : ''),
      promise: Promise.resolve({ title: `来自${from}的承诺` }),
    };
  },
});
