import { Bench, type BenchPhone } from './bench';

/** The built-in video and camera, as far as a browser without a screen plays them. */
let bench: Bench;
let phone: BenchPhone;
beforeAll(async () => {
  bench = await Bench.start(true);
  phone = await bench.open('', { viewport: { width: 1200, height: 860 } });
});
afterAll(() => bench.stop());

type Told = readonly [who: string, what: string, detail: Record<string, unknown>];
interface BenchPage {
  readonly events?: readonly Told[];
  readonly setData: (data: object) => void;
}
interface Global {
  readonly getCurrentPages: () => BenchPage[];
}

const setData = (data: object): Promise<void> =>
  phone.page.evaluate(
    (given) => (globalThis as unknown as Global).getCurrentPages()[0]?.setData(given),
    data,
  );

/** The detail of the last such event, once there is one. */
const tells = async (who: string, what: string): Promise<Record<string, unknown>> => {
  const handle = await phone.page.waitForFunction(
    ([name, type]) =>
      (globalThis as unknown as Global)
        .getCurrentPages()[0]
        ?.events?.filter(([teller, event]) => teller === name && event === type)
        .at(-1)?.[2],
    [who, what] as const,
  );
  return (await handle.jsonValue()) as Record<string, unknown>;
};

test('a video tells of its size, of playing, of time passing, of a pause and of its end', async () => {
  await phone.writeFilm('wxfile://usr/film.webm');
  await setData({ film: 'wxfile://usr/film.webm' });
  expect(await tells('film', 'loadedmetadata')).toMatchObject({ width: 64, height: 48 });
  const player = phone.page.locator('#film video');
  await player.evaluate((video: HTMLVideoElement) => video.play());
  await tells('film', 'play');
  await player.evaluate((video: HTMLVideoElement) => video.pause());
  expect(await tells('film', 'pause')).toEqual({});
  await player.evaluate((video: HTMLVideoElement) => video.play());
  expect(await tells('film', 'ended')).toEqual({});
  expect(Number((await tells('film', 'timeupdate'))['currentTime'])).toBeGreaterThan(0);
  await player.evaluate((video: HTMLVideoElement) => {
    video.currentTime = 0;
  });
  expect(await tells('film', 'seekcomplete')).toEqual({ position: 0 });
});

test('a video that is none tells an error', async () => {
  await phone.now('fs.writeFileSync', 'wxfile://usr/bad.webm', 'no film');
  await setData({ film: 'wxfile://usr/bad.webm' });
  expect(await tells('film', 'error')).toEqual({ errMsg: expect.any(String) as string });
});

test('a camera asks for its scope: refused it tells why, allowed it begins, gone it has stopped', async () => {
  await setData({ isFilming: true });
  await phone.tap('拒绝');
  expect(await tells('camera', 'error')).toEqual({ errMsg: 'insertCamera:fail auth deny' });
  await phone.tapAsking('openSetting');
  await phone.page.getByRole('switch', { name: '摄像头' }).check();
  await phone.page.getByLabel('关闭').tap();
  await setData({ isFilming: false });
  await setData({ isFilming: true });
  expect(await tells('camera', 'initdone')).toEqual({ maxZoom: expect.any(Number) as number });
  await phone.page.locator('#camera video').waitFor();
  await setData({ isFilming: false });
  expect(await tells('camera', 'stop')).toEqual({});
});
