import { startTestCloud, type TestCloud } from '../support/cloud';

let started: TestCloud;
beforeAll(async () => {
  started = await startTestCloud();
  await started.database.createCollection('things');
  await started.database.collection('things').add({ _id: 'one', n: 1 });
});
afterAll(() => started.close());

const post = async (
  body: string,
): Promise<{ code?: string; message?: string; data?: { total?: number } }> => {
  const response = await fetch(`${started.cloud.adminUrl}?env=zhian-local`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  expect(response.status).toBe(200);
  return (await response.json()) as { code?: string; message?: string };
};
const query = (text: string) =>
  post(JSON.stringify({ action: 'database.getDocument', collectionName: 'things', query: text }));
const insert = (text: string) =>
  post(JSON.stringify({ action: 'database.insertDocument', collectionName: 'things', data: [text] }));

const nested = (depth: number): string => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

describe('what no SDK would send is refused clearly, writes nothing, and the environment goes on', () => {
  afterEach(async () => {
    expect((await started.database.collection('things').count()).total).toBe(1);
    expect((await started.database.collection('things').doc('one').get()).data).toEqual([
      { _id: 'one', n: 1 },
    ]);
  });

  test.each<[string, () => ReturnType<typeof post>, string]>([
    ['no JSON', () => post('{'), 'malformed JSON'],
    ['no object', () => post('[]'), 'an object is expected'],
    ['an unknown action', () => post('{"action":"database.drop"}'), 'unknown action: database.drop'],
    ['an action of every object', () => post('{"action":"constructor"}'), 'unknown action: constructor'],
    ['a query that is no EJSON', () => query('{a:1}'), 'malformed EJSON'],
    ['a query that is no document', () => query('[1]'), 'a document was expected'],
    ['a number that is none', () => query('{"a":{"$numberInt":"x"}}'), 'invalid number'],
    ['a date that is none', () => insert('{"a":{"$date":"x"}}'), 'invalid $date'],
    ['a document too deep', () => insert(nested(150)), 'nested deeper'],
    ['a document very deep', () => insert(nested(100_000)), 'nested deeper'],
    ['an _id that is a list', () => insert('{"_id":[1]}'), '_id must be a string or a number'],
    ['no collection name', () => post('{"action":"database.getDocument"}'), 'collectionName is required'],
    [
      'a transaction that is not there',
      () => post('{"action":"database.commitTransaction","transactionId":"x"}'),
      'TransactionNotExist',
    ],
    [
      'an unknown stage',
      () =>
        post(
          '{"action":"database.aggregateDocuments","collectionName":"things","stages":[{"stageKey":"$nothing","stageValue":"{}"}]}',
        ),
      '$nothing',
    ],
    [
      'a body of 11 MB',
      () => post(`{"action":"${'x'.repeat(11 * 1024 * 1024)}"}`),
      'larger than the service takes',
    ],
  ])('%s', async (_, send, message) => {
    const answer = await send();
    expect(answer.code).toMatch(/^[A-Z_]+$/);
    expect(answer.message).toContain(message);
    expect(answer.data).toBeUndefined();
  });

  test('a list of a million values is answered, not choked on', async () => {
    const values = Array.from({ length: 1_000_000 }, (_, index) => index + 2).join(',');
    const answer = await post(
      JSON.stringify({
        action: 'database.calculateDocument',
        collectionName: 'things',
        query: `{"n":{"$in":[${values}]}}`,
      }),
    );
    expect(answer.data?.total).toBe(0);
  });
});

test('fields called __proto__ and constructor are fields like any other', async () => {
  await insert('{"_id":"names","__proto__":{"isAdmin":true},"constructor":1}');
  expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  const { total } = await started.database.collection('things').where({ constructor: 1 }).count();
  expect(total).toBe(1);
  await started.database.collection('things').doc('names').remove();
});
