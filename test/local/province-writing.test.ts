import { createHash } from 'node:crypto';
import { province } from '../../local/seed/province/province';
import { writeDemonstration } from '../../local/seed/write-demonstration';
import { uploadPictures } from '../../local/seed/write-pictures';
import { createCollections, writeDocuments } from '../../local/seed/write-seed';
import { ANCHOR, holderOf, startTestCloud, type TestCloud } from '../support/cloud';

let started: TestCloud;
beforeAll(async () => {
  started = await startTestCloud();
});
afterAll(() => started.close());

test('a run that was cut off is finished by the next: everything is there once, with its photos', async () => {
  const { target, database, app, cloud } = started;
  const { documents } = province(ANCHOR, await uploadPictures(target));
  await createCollections(target);
  const { stations = [], units = [], people = [] } = documents;
  await writeDocuments(target, { stations, units, people: people.slice(0, 700) });
  await database.collection('people').doc('p0103').update({ openid: 'entered' });

  const lines: string[] = [];
  await writeDemonstration(target, 'province', ANCHOR, (line) => lines.push(line));
  expect(lines[0]).toBe('正在准备演示数据 …');
  expect(lines.at(-2)).toBe('正在准备演示数据 … 100%');
  expect(lines.at(-1)).toMatch(/^演示数据写好了，用时 \d+ 秒$/);
  for (const [name, expected] of Object.entries(documents)) {
    expect([name, (await database.collection(name).count()).total]).toEqual([name, expected.length]);
  }
  expect((await database.collection('people').doc('p0103').get()).data).toMatchObject([
    { openid: 'entered' },
  ]);

  const { data } = (await database
    .collection('inspections')
    .where({ 'findings.0.evidence.1.order': 2 })
    .limit(1)
    .get()) as { data: { findings: { evidence: { fileID: string; sha256: string }[] }[] }[] };
  const photos = data[0]?.findings[0]?.evidence ?? [];
  expect(photos).toHaveLength(2);
  const { fileList } = await app.getTempFileURL({ fileList: photos.map(({ fileID }) => fileID) });
  for (const [index, { tempFileURL }] of fileList.entries()) {
    const bytes = Buffer.from(await (await fetch(tempFileURL)).arrayBuffer());
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(photos[index]?.sha256);
  }

  // 澄迈县质安站's head, as README tells the number: the twelfth division of the list.
  const head = holderOf(cloud.url, '19011200001');
  expect(await head.enter()).toMatchObject({ ok: true });
  const { data: page } = await head.call('project', 'list', { keyword: '', scope: 'visible', cursor: null });
  const { rows } = page as { rows: { number: string }[] };
  expect(rows).toHaveLength(16);
  for (const { number } of rows) expect(number).toMatch(/^琼澄监\d{4}-\d{4}$/);
});
