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
  contentType = 'application/json',
  { cloud } = started,
): Promise<{ code?: string; message?: string; data?: { total?: number } }> => {
  const response = await fetch(`${cloud.adminUrl}?env=zhian-local`, {
    method: 'POST',
    headers: { 'content-type': contentType },
    body,
  });
  expect(response.status).toBe(200);
  return (await response.json()) as { code?: string; message?: string };
};
const query = (text: string) =>
  post(JSON.stringify({ action: 'database.getDocument', collectionName: 'things', query: text }));
const insert = (text: string) =>
  post(JSON.stringify({ action: 'database.insertDocument', collectionName: 'things', data: [text] }));

const modify = (_id: string, data: object) =>
  post(
    JSON.stringify({
      action: 'database.modifyDocument',
      collectionName: 'things',
      query: JSON.stringify({ _id }),
      data: JSON.stringify(data),
      merge: true,
    }),
  );
const update = (data: object) => modify('one', data);

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
    ['an action that is an object', () => post('{"action":{"toString":1}}'), 'action is required'],
    [
      'a file that is null',
      () => post('{"action":"storage.batchGetDownloadUrl","file_list":[null]}'),
      'must be an object',
    ],
    [
      'a copy of null',
      () => post('{"action":"storage.batchCopyFile","file_list":[null]}'),
      'must be an object',
    ],
    [
      'a file to delete that is an object',
      () => post('{"action":"storage.batchDeleteFile","fileid_list":[{"toString":1}]}'),
      'must be a text',
    ],
    [
      'an address for ever',
      () =>
        post(
          '{"action":"storage.batchGetDownloadUrl","file_list":[{"fileid":"cloud://x/y","max_age":1e300}]}',
        ),
      'max_age must be whole seconds',
    ],
    [
      'a form that does not say where its parts end',
      () => post('x', 'multipart/form-data'),
      'malformed form',
    ],
    ['an action of every object', () => post('{"action":"constructor"}'), 'unknown action: constructor'],
    ['a query that is no EJSON', () => query('{a:1}'), 'malformed EJSON'],
    ['a query that is no document', () => query('[1]'), 'a document was expected'],
    ['a number that is none', () => query('{"a":{"$numberInt":"x"}}'), 'invalid number'],
    ['a date that is none', () => insert('{"a":{"$date":"x"}}'), 'invalid $date'],
    ['a whole number that is an object', () => insert('{"a":{"$numberInt":{}}}'), 'invalid number'],
    ['a whole number that is null', () => insert('{"a":{"$numberInt":null}}'), 'invalid number'],
    ['a whole number that is empty', () => insert('{"a":{"$numberLong":""}}'), 'invalid number'],
    ['a whole number with a fraction', () => insert('{"a":{"$numberInt":"1.5"}}'), 'invalid number'],
    ['a number in hexadecimal', () => insert('{"a":{"$numberDouble":"0x10"}}'), 'invalid number'],
    ['a date that is null', () => insert('{"a":{"$date":null}}'), 'invalid $date'],
    ['a date that is true', () => insert('{"a":{"$date":true}}'), 'invalid $date'],
    ['a date that is a number in a text', () => insert('{"a":{"$date":"1"}}'), 'invalid $date'],
    ['a date beyond time', () => insert('{"a":{"$date":{"$numberLong":"9e300"}}}'), 'invalid number'],
    [
      'a date beyond dates',
      () => insert('{"a":{"$date":{"$numberLong":"8640000000000001"}}}'),
      'invalid $date',
    ],
    [
      'a server date beyond dates',
      () => insert('{"a":{"$tcb_server_date":{"offset":{"$numberDouble":"1e+300"}}}}'),
      'invalid offset of serverDate',
    ],
    [
      'a server date moved by a text',
      () => insert('{"a":{"$tcb_server_date":{"offset":"x"}}}'),
      'invalid offset',
    ],
    ['an object id that is none', () => insert('{"a":{"$oid":{}}}'), 'invalid $oid'],
    [
      'a pattern that is an object',
      () => insert('{"a":{"$regularExpression":{"pattern":{}}}}'),
      'invalid $regularExpression',
    ],
    ['a decimal', () => insert('{"a":{"$numberDecimal":"1"}}'), '$numberDecimal are not supported'],
    ['bytes', () => insert('{"a":{"$binary":{"base64":"","subType":"00"}}}'), '$binary are not supported'],
    [
      'bytes as they once were',
      () => insert('{"a":{"$binary":"","$type":"00"}}'),
      '$binary are not supported',
    ],
    ['a time stamp', () => insert('{"a":{"$timestamp":{"t":1,"i":1}}}'), '$timestamp are not supported'],
    ['half a surrogate pair', () => insert('{"a":"\\ud800"}'), 'half of a surrogate pair'],
    ['half a pair in a name', () => insert('{"\\udc00x":1}'), 'half of a surrogate pair'],
    ['half a pair in an _id', () => query('{"_id":"\\ud800"}'), 'half of a surrogate pair'],
    ['a field called like an operator', () => insert('{"$foo":1}'), "prefixed field '$foo'"],
    ['one further down', () => insert('{"a":[{"b":{"$foo":1,"c":2}}]}'), "'$foo' in 'a.b.$foo'"],
    ['one that an update makes', () => update({ $set: { 'a.$foo': 1 } }), "prefixed field '$foo'"],
    [
      'an update that goes too deep',
      () => update({ $set: { [`a${'.a'.repeat(150)}`]: 1 } }),
      'nested deeper',
    ],
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

  test.each(['l.4000000000', 'l.20000000', 'l.1500002'])(
    'an element far beyond the end of a list is refused: %s',
    async (path) => {
      await insert('{"_id":"list","l":[1]}');
      const answer = await modify('list', { $set: { [path]: 1 } });
      await started.database.collection('things').doc('list').remove();
      expect(answer.message).toContain("can't backfill more than 1500000 elements");
    },
  );

  test('and so are many lists that are long together', async () => {
    const lists = Array.from({ length: 400 }, (_each, index) => `l${index}`);
    await insert(JSON.stringify({ _id: 'list', ...Object.fromEntries(lists.map((name) => [name, []])) }));
    const answer = await modify('list', {
      $set: Object.fromEntries(lists.map((name) => [`${name}.1000000`, 1])),
    });
    await started.database.collection('things').doc('list').remove();
    expect(answer.message).toContain("can't backfill");
  });
});

describe('a list of a million values is looked up, not gone through for each document', () => {
  let many: TestCloud;
  beforeAll(async () => {
    // Without the tests' bound on what a query looks at: there is no index.
    many = await startTestCloud(undefined, { mostExamined: Infinity });
    await many.database.createCollection('many');
    const documents = Array.from({ length: 2500 }, (_each, n) => ({ _id: n, n: 1_000_100 + n, l: [n, 'x'] }));
    for (let start = 0; start < documents.length; start += 500) {
      await many.database.collection('many').add(documents.slice(start, start + 500));
    }
  });
  afterAll(() => many.close());

  // 200 to 1,000,199: of n, which is 1,000,100 to 1,002,599, the first hundred.
  const values = Array.from({ length: 1_000_000 }, (_each, index) => index + 200).join(',');

  test.each([
    ['$in', `{"n":{"$in":[${values}]}}`, 100],
    ['$nin', `{"n":{"$nin":[${values}]}}`, 2400],
    ['$all', `{"l":{"$all":[${values}]}}`, 0],
    ['$all of one value', `{"l":{"$all":[${'"x",'.repeat(999_999)}"x"]}}`, 2500],
  ])('%s', async (_name, text, expected) => {
    const action = 'database.calculateDocument';
    const body = JSON.stringify({ action, collectionName: 'many', query: text });
    expect(await post(body, 'application/json', many)).toMatchObject({ data: { total: expected } });
  });

  test('a refusal does not tell all of it back', async () => {
    const { message = '' } = await post(`{"action":"${'x'.repeat(5_000_000)}"}`);
    expect(message).toMatch(/^unknown action: x+…$/);
    expect(message.length).toBeLessThan(3000);
  });
});

test('a file is not copied onto itself, and not lost by moving there', async () => {
  const { fileID } = await started.app.uploadFile({
    cloudPath: 'evidence/self.txt',
    fileContent: Buffer.from('a'),
  });
  const itself = { src_path: 'evidence/self.txt', dst_path: 'evidence/self.txt', remove_original: true };
  expect(await post(JSON.stringify({ action: 'storage.batchCopyFile', file_list: [itself] }))).toMatchObject({
    data: { copy_list: [{ code: 'INVALID_PARAM', message: 'src_path and dst_path are the same file' }] },
  });
  expect((await started.app.downloadFile({ fileID })).fileContent?.toString()).toBe('a');
});

test('fields called __proto__ and constructor are fields like any other', async () => {
  await insert('{"_id":"names","__proto__":{"isAdmin":true},"constructor":1}');
  expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  const { total } = await started.database.collection('things').where({ constructor: 1 }).count();
  expect(total).toBe(1);
  await started.database.collection('things').doc('names').remove();
});
