import { longList } from '../../miniprogram/view/long-list';
import type { MeasuredChunk } from '../../miniprogram/view/windowed-rows';

/** 60 rows, 20 a page; a chunk of four stands 400 px high, a screen 800. */
const ALL = Array.from({ length: 60 }, (_, index) => `r${index}`);
const PAGE = 20;

/** @param isCut whether every page is of a search that stopped on its way */
const opened = (isCut = false) => {
  const sent: Record<string, unknown>[] = [];
  const asked: (string | null)[] = [];
  /** What the phone was given and has not drawn yet. */
  const drawing: (() => void)[] = [];
  let isSlow = false;
  const data: Record<string, unknown> = {};
  const measure = (): Promise<MeasuredChunk[]> =>
    Promise.resolve((data['drawn'] as { number: number }[]).map(({ number }) => ({ number, height: 400 })));
  const list = longList<string, string>({
    fetch: (cursor) => {
      asked.push(cursor?.id ?? null);
      const start = cursor ? ALL.indexOf(cursor.id) + 1 : 0;
      const rows = ALL.slice(start, start + PAGE);
      const last = rows[rows.length - 1] ?? '';
      return Promise.resolve({
        rows,
        isCut,
        next: start + PAGE < ALL.length ? { key: last, id: last } : null,
      });
    },
    present: (row) => row,
    sameness: { idOf: (row) => row, contentOf: (row) => row },
    chunkHeight: 400,
    screen: 800,
    measure,
    apply: (patch, drawn) => {
      sent.push(patch);
      Object.assign(data, patch);
      if (isSlow) drawing.push(drawn);
      else drawn();
    },
  });
  return { list, sent, asked, drawing, data, slow: (value: boolean) => void (isSlow = value) };
};

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('the first screen is one request and at most two of setData', async () => {
  const { list, sent, asked } = opened();
  await list.reload();
  await settled();
  expect(asked).toEqual([null]);
  expect(sent.length).toBeLessThanOrEqual(2);
  expect(sent[0]).toMatchObject({ state: 'ready', hasMore: true });
});

test('where a search stopped it goes on only when somebody says so', async () => {
  const { list, asked, data } = opened(true);
  await list.reload();
  await settled();
  list.scrolled(1200);
  await settled();
  expect([asked, data['isCut']]).toEqual([[null], true]);
  await list.more();
  expect(asked).toEqual([null, 'r19']);
});

test('the next page is fetched ahead of the end, once', async () => {
  const { list, asked } = opened();
  await list.reload();
  await settled();
  list.scrolled(500);
  list.scrolled(510);
  await settled();
  expect(asked).toEqual([null, 'r19']);
});

test('while the phone draws, steps wait; then only the last place counts', async () => {
  const { list, sent, drawing, slow } = opened();
  await list.reload();
  await settled();
  list.scrolled(500);
  await settled();
  slow(true);
  list.scrolled(1300);
  const before = sent.length;
  for (const place of [1500, 1700, 2100]) list.scrolled(place);
  expect(sent.length).toBe(before);
  slow(false);
  for (const drawn of drawing) drawn();
  await settled();
  // 1,300 … 3,700 px: chunks 3 … 9.
  expect(sent[before]?.['drawn']).toMatchObject([3, 4, 5, 6, 7, 8, 9].map((number) => ({ number })));
});

test('hidden behind another, it sends nothing; shown again it is whole', async () => {
  const { list, sent } = opened();
  await list.reload();
  await settled();
  list.hide();
  const before = sent.length;
  await list.more();
  expect(sent.length).toBe(before);
  list.unhide({ tab: 'reviewed' });
  expect(sent[before]).toMatchObject({ tab: 'reviewed', state: 'ready', above: 0 });
  expect((sent[before]?.['slots'] as string[][])[0]).toEqual(['r0', 'r1', 'r2', 'r3']);
});
