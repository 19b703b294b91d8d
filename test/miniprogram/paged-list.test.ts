import { DomainError } from '../../miniprogram/domain/errors';
import { pagedList, type Cursor, type ListData } from '../../miniprogram/view/paged-list';

interface Row {
  readonly id: string;
  readonly words: string;
}

/** A service with rows in an order of its own, three a page; the cursor is the last row's id, rows sort by it. */
const serviceOf = (...ids: string[]) => {
  let rows: Row[] = ids.map((id) => ({ id, words: '' }));
  let failure: Error | null = null;
  const asked: (string | null)[] = [];
  return {
    asked,
    insert: (id: string) => void (rows = [...rows, { id, words: '' }].sort((a, b) => (a.id < b.id ? -1 : 1))),
    remove: (id: string) => void (rows = rows.filter((row) => row.id !== id)),
    change: (id: string, words: string) =>
      void (rows = rows.map((row) => (row.id === id ? { id, words } : row))),
    fail: (error: Error | null) => void (failure = error),
    fetch: (cursor: Cursor | null) => {
      asked.push(cursor?.id ?? null);
      if (failure) return Promise.reject(failure);
      const rest = rows.filter(({ id }) => cursor === null || id > cursor.id);
      const page = rest.slice(0, 3);
      const last = page[page.length - 1];
      return Promise.resolve({
        rows: page,
        next: rest.length > 3 && last ? { key: last.id, id: last.id } : null,
      });
    },
  };
};

const listOf = (service: ReturnType<typeof serviceOf>) => {
  const shown: Record<string, unknown> = {};
  const list = pagedList<Row, Row>(
    service.fetch,
    (row) => ({ ...row }),
    (change) => void Object.assign(shown, change),
    { idOf: ({ id }) => id, contentOf: ({ words }) => words },
  );
  const cards = () => (shown as unknown as ListData<Row>).cards;
  return {
    list,
    shown,
    cards,
    ids: () =>
      cards()
        .map(({ id }) => id)
        .join(''),
  };
};

const loaded = async (pages: number, ...ids: string[]) => {
  const service = serviceOf(...ids);
  const it = listOf(service);
  await it.list.reload();
  for (let page = 1; page < pages; page += 1) await it.list.more();
  service.asked.length = 0;
  return { service, ...it };
};

describe('page by page', () => {
  test('each goes on behind the last row of the one before, until there is none', async () => {
    const { ids, shown, list, service } = await loaded(3, ...'abcdefgh');
    expect(ids()).toBe('abcdefgh');
    expect(shown).toMatchObject({ state: 'ready', hasMore: false, isLoadingMore: false });
    await list.more();
    expect(service.asked).toEqual([]);
  });

  test('a search that stopped on its way shows no empty list, and says at the end that there is nothing', async () => {
    const pages = [
      { rows: [], next: { key: 'c', id: 'c' }, isCut: true },
      { rows: [], next: null },
    ];
    const shown: Record<string, unknown> = {};
    const list = pagedList<Row, Row>(
      () => Promise.resolve(pages.shift() ?? { rows: [], next: null }),
      (row) => row,
      (change) => void Object.assign(shown, change),
    );
    await list.reload();
    expect(shown).toMatchObject({ state: 'ready', cards: [], hasMore: true, isCut: true });
    await list.more();
    expect(shown).toMatchObject({ state: 'empty', cards: [], hasMore: false, isCut: false });
  });

  test('a page that did not come says why, and comes when it is asked for again', async () => {
    const { ids, shown, list, service } = await loaded(1, ...'abcde');
    service.fail(new DomainError('network.unavailable'));
    await list.more();
    expect(ids()).toBe('abc');
    expect(shown).toMatchObject({ state: 'ready', hasMore: true, isLoadingMore: false });
    expect(shown['moreError']).toContain('网络不可用');
    service.fail(null);
    await list.more();
    expect(ids()).toBe('abcde');
    expect(shown['moreError']).toBe('');
  });

  test('nothing at all is a state of its own, and so is a way that is broken', async () => {
    const empty = listOf(serviceOf());
    await empty.list.reload();
    expect(empty.shown).toMatchObject({ state: 'empty' });
    const service = serviceOf('a');
    service.fail(new DomainError('network.unavailable'));
    const offline = listOf(service);
    await offline.list.reload();
    expect(offline.shown).toMatchObject({ state: 'offline' });
  });
});

test('another question: the old answer is not shown for it, not even when none comes', async () => {
  const { service, list, shown } = await loaded(1, ...'abc');
  service.fail(new DomainError('network.unavailable'));
  const asked = list.restart();
  expect(shown).toMatchObject({ state: 'loading', cards: [] });
  await asked;
  expect(shown).toMatchObject({ state: 'offline', cards: [] });
});

describe('looked at again', () => {
  test('the first page and the one of the opened card are asked for, no other', async () => {
    const { service, list, ids, cards } = await loaded(3, ...'abcdefgh');
    service.change('e', 'approved');
    await list.refresh('e');
    expect(service.asked).toEqual(['c', null]);
    expect(ids()).toBe('abcdefgh');
    expect(cards()[4]).toEqual({ id: 'e', words: 'approved' });
  });

  test('what shows the same stays the very same card', async () => {
    const { list, cards } = await loaded(2, ...'abcdef');
    const before = [...cards()];
    await list.refresh('e');
    expect(cards().every((card, index) => card === before[index])).toBe(true);
  });

  test('a card that left its list is gone, those behind it stay, none is lost', async () => {
    const { service, list, ids } = await loaded(3, ...'abcdefgh');
    service.remove('e');
    await list.refresh('e');
    expect(ids()).toBe('abcdfgh');
  });

  test('new ones at the beginning push none out', async () => {
    const { service, list, ids } = await loaded(2, ...'defghi');
    service.insert('a');
    service.insert('b');
    await list.refresh(null);
    expect(ids()).toBe('abdefghi');
  });

  test('where more came than a page, the list begins anew and goes on from there', async () => {
    const { service, list, ids, shown } = await loaded(2, ...'mnopqr');
    for (const id of 'abcd') service.insert(id);
    await list.refresh(null);
    expect(ids()).toBe('abc');
    expect(shown['hasMore']).toBe(true);
    await list.more();
    await list.more();
    await list.more();
    expect(ids()).toBe('abcdmnopqr');
  });

  test('the last page goes on to be the last', async () => {
    const { service, list, ids, shown } = await loaded(2, ...'abcde');
    service.remove('d');
    service.remove('e');
    await list.refresh('e');
    expect(ids()).toBe('abc');
    expect(shown['hasMore']).toBe(false);
  });

  test('the last that was left: an empty list', async () => {
    const { service, list, shown } = await loaded(1, 'a');
    service.remove('a');
    await list.refresh('a');
    expect(shown).toMatchObject({ state: 'empty', cards: [] });
  });

  test('without a network the cards stay, and it is said; who may see nothing any more sees nothing', async () => {
    const { service, list, ids, shown } = await loaded(1, ...'ab');
    service.fail(new DomainError('network.unavailable'));
    await list.refresh(null);
    expect(ids()).toBe('ab');
    expect(shown).toMatchObject({ state: 'ready' });
    expect(shown['message']).toContain('网络不可用');
    service.fail(new DomainError('auth.noPostInForce'));
    await list.refresh(null);
    expect(shown).toMatchObject({ state: 'denied', cards: [] });
  });
});
