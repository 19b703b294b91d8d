import { Addresses } from '../../miniprogram/pages/evidence/viewer/addresses';
import { Sources } from '../../miniprogram/pages/evidence/viewer/sources';
import type { ViewerItem } from '../../miniprogram/view/viewer';
import { bareWx, openPage, type BareWx } from '../support/page';
import { until } from '../support/until';

const OF = { inspectionId: 'i1' };
const OFFLINE = '显示的是缩略图，没有网络时看不到大图';
const UNANSWERED = { errCode: -1 };
const REFUSED = {
  ok: false,
  error: { code: 'record.notVisible', message: '', details: {} },
};
const viewed = (ids: readonly string[], version = 1) => ({
  ok: true,
  data: ids.map((evidenceId) => ({
    ...{ evidenceId, kind: 'photo', sha256: 'ab'.repeat(32), bytes: 10, thumbnailUrl: null },
    ...{ takenAt: '2026-11-23T01:40:05.000Z', receivedAt: '2026-11-23T01:49:00.000Z' },
    url: `https://s/${evidenceId}?${version}`,
  })),
});
const want = (...ids: string[]) => ids.map((evidenceId) => ({ evidenceId, of: OF }));

let wx: BareWx;
beforeEach(() => {
  wx = bareWx();
});
const asked = (): unknown[] => wx.calls.map(({ data }) => data.data['evidenceIds']);

describe('where evidence is shown from', () => {
  test('asked once in one call; what is under way or known is not asked again', async () => {
    wx.answer('view', viewed(['a', 'b']), viewed(['c']));
    const sources = new Sources(new Addresses());
    const [first, second] = [sources.ask(want('a', 'b', 'a')), sources.ask(want('b', 'c'))];
    expect(sources.of('', 'a')).toEqual({ id: 'a', src: '', note: '', canRetry: true });
    await Promise.all([first, second]);
    await sources.ask(want('a', 'b', 'c'));
    expect(asked()).toEqual([['a', 'b'], ['c']]);
    expect(sources.of('', 'a')).toMatchObject({ src: 'https://s/a?1', note: '' });
  });

  test('an address that does not open is asked for anew once; then it is said, and can be tried again', async () => {
    wx.answer('view', viewed(['a'], 1), viewed(['a'], 2), viewed(['a'], 3));
    const sources = new Sources(new Addresses());
    await sources.ask(want('a'));
    expect(sources.failed('a')).toBe(true);
    await sources.ask(want('a'));
    expect(sources.of('', 'a')).toMatchObject({ src: 'https://s/a?2', note: '' });
    expect(sources.failed('a')).toBe(false);
    expect(sources.of('', 'a').note).toMatch(/^没有取到文件/);
    sources.retry('a');
    await sources.ask(want('a'));
    expect(sources.of('', 'a')).toMatchObject({ src: 'https://s/a?3', note: '' });
    // It opened: the next time it expires it is asked for again.
    sources.came('a');
    expect(sources.failed('a')).toBe(true);
  });

  test('without a network it is said of what is unknown, until it is asked again', async () => {
    wx.answer('view', UNANSWERED, viewed(['a']));
    const sources = new Sources(new Addresses());
    await expect(sources.ask(want('a'))).rejects.toMatchObject({ code: 'network.unavailable' });
    expect(sources.of('', 'a')).toEqual({ id: 'a', src: '', note: OFFLINE, canRetry: true });
    await sources.ask(want('a'));
    expect(sources.of('', 'a').note).toBe('');
  });

  test('a file of this phone needs no address; one that is no picture says so', () => {
    const sources = new Sources(new Addresses());
    expect(sources.of('wxfile://a', null)).toEqual({
      ...{ id: 'wxfile://a', src: 'wxfile://a', note: '', canRetry: false },
    });
    expect(sources.failed('wxfile://a')).toBe(false);
    expect(sources.of('wxfile://a', null).note).toMatch(/^这张照片打不开/);
    expect(wx.calls).toEqual([]);
  });
});

describe('the page', () => {
  const open = () => openPage(() => import('../../miniprogram/pages/evidence/viewer/viewer'));
  const items = Array.from(
    { length: 60 },
    (_, at): ViewerItem => ({
      ...{
        kind: 'photo',
        title: `问题 1 第 ${at + 1} 张`,
        path: '',
        evidenceId: `e${at}`,
        shownId: `s${at}`,
      },
      ...{ thumbnailUrl: `https://t/${at}`, takenAt: '', receivedAt: '' },
    }),
  );
  type Panels = Readonly<Record<number, { src: string; note: string }>>;
  const panelsOf = (data: Readonly<Record<string, unknown>>) => data['panels'] as Panels;

  test('opened by nobody it says what to do', async () => {
    expect((await open()).data).toMatchObject({
      state: 'empty',
      message: '没有指明要看哪份证据，请返回后点照片打开',
    });
  });

  test('of sixty only the neighbours are kept and asked about, copy and original in one call', async () => {
    const page = await open();
    wx.answer('view', viewed(['s29', 'e29', 's30', 'e30', 's31', 'e31']));
    await page.call('show', { items, at: 30, of: OF });
    await until(() => (panelsOf(page.data)[30]?.src ? true : undefined));
    expect(asked()).toEqual([['s29', 'e29', 's30', 'e30', 's31', 'e31']]);
    expect(Object.keys(panelsOf(page.data))).toEqual(['29', '30', '31']);
    expect(page.data).toMatchObject({ position: '31/60', hasOriginal: true, canCompare: true });
    expect(panelsOf(page.data)[30]).toMatchObject({ src: 'https://s/s30?1', thumb: 'https://t/30' });
    await page.call('onOriginal');
    expect(panelsOf(page.data)[30]).toMatchObject({ src: 'https://s/e30?1' });
    expect(page.data['original']).toMatchObject({ sha256: 'ab'.repeat(32) });
    await page.call('onCompare');
    expect(page.data).toMatchObject({
      isOriginal: false,
      panels: {},
      compared: [
        { title: '标注后', src: 'https://s/s30?1' },
        { title: '原件', src: 'https://s/e30?1' },
      ],
    });
  });

  test('whoever may no longer read the record is shown nothing of it', async () => {
    const page = await open();
    wx.answer('view', REFUSED);
    await page.call('show', { items, at: 0, of: OF });
    await until(() => (page.data['state'] === 'denied' ? true : undefined));
    expect(page.data).toMatchObject({ message: '没有找到这条记录，或者您无权查看', panels: {} });
  });

  test('without a network the thumbnail stays with a word why', async () => {
    const page = await open();
    wx.answer('view', UNANSWERED);
    await page.call('show', { items, at: 0, of: OF });
    await until(() => (panelsOf(page.data)[0]?.note ? true : undefined));
    expect(panelsOf(page.data)[0]).toMatchObject({ thumb: 'https://t/0', note: OFFLINE });
  });
});
