import { holderOf, startTestCloud, type TestCloud } from '../support/cloud';

let started: TestCloud;
beforeAll(async () => {
  started = await startTestCloud();
});
afterAll(() => started.close());

const PATH = 'uploads/p0103/request/photo.jpg';

describe('uploads of a phone', () => {
  test('are the uploader’s alone to write over', async () => {
    const mine = holderOf(started.cloud.url, '19000000103');
    const other = holderOf(started.cloud.url, '19000000104');
    const fileID = await mine.upload(PATH, Buffer.from('mine'));
    await expect(other.upload(PATH, Buffer.from('other'))).rejects.toMatchObject({ errCode: -503002 });
    expect((await started.app.downloadFile({ fileID })).fileContent?.toString()).toBe('mine');
    expect(await mine.upload(PATH, Buffer.from('mine again'))).toBe(fileID);
    expect((await started.app.downloadFile({ fileID })).fileContent?.toString()).toBe('mine again');
  });

  test.each(['other/x.jpg', 'evidence/x.jpg', 'uploads/../x.jpg', '/uploads/x.jpg', ''])(
    'never reach %s',
    async (path) => {
      const phone = holderOf(started.cloud.url, '19000000103');
      await expect(phone.upload(path, Buffer.from('x'))).rejects.toMatchObject({
        errCode: expect.any(Number) as number,
      });
    },
  );

  test('need somebody who holds the phone', async () => {
    const response = await fetch(`${started.cloud.url}/client/upload?path=${PATH}`, {
      method: 'POST',
      body: 'x',
    });
    expect(await response.json()).toMatchObject({ error: { errCode: -501007 } });
  });
});
