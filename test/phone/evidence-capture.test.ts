import type { Browser } from 'playwright-core';
import type { Phone } from '../../local/phone';
import { serveParts } from '../support/parts-phone';
import { launchBrowser } from '../support/phone';
import { SmallPhone } from '../support/small-phone';
import { until } from '../support/until';

/** Voice and video from the browser's fake microphone and camera, on the browser's phone. */
let server: Phone;
let browser: Browser;
let phone: SmallPhone;

beforeAll(async () => {
  server = await serveParts();
  browser = await launchBrowser(['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream']);
  phone = await SmallPhone.open(browser, server.url, 'touch', 'path=/pages/case/case', true);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});
afterEach(() => {
  expect(phone.faults).toEqual([]);
});

interface Recorded {
  readonly path: string;
  readonly bytes: number;
  readonly durationMs: number;
}

const press = async (name: string): Promise<void> => {
  await phone.page.getByRole('button', { name, exact: true }).filter({ visible: true }).tap();
};
const say = async (words: string): Promise<void> =>
  phone.page.getByText(words, { exact: true }).filter({ visible: true }).first().tap();
const shows = (words: string): Promise<void> =>
  phone.page.getByText(words).filter({ visible: true }).first().waitFor();
const time = async (): Promise<string> => (await phone.page.getByRole('timer').textContent()) ?? '';
const timeIs = (words: string): Promise<true> => until(async () => (await time()) === words || undefined);

const onPage = <Result>(call: 'digest' | 'left', given = ''): Promise<Result> =>
  phone.page.evaluate(
    ([name, value]) => {
      const { getCurrentPages } = globalThis as unknown as {
        getCurrentPages: () => Record<string, (value: string) => unknown>[];
      };
      return getCurrentPages()[0]?.[name]?.(value) as Result;
    },
    [call, given] as const,
  );

/** What the browser itself makes of the file. */
const examine = (filePath: string) =>
  phone.page.evaluate(async (given) => {
    const { wx } = globalThis as unknown as {
      wx: { getFileSystemManager: () => { readFileSync: (path: string) => ArrayBuffer } };
    };
    const bytes = wx.getFileSystemManager().readFileSync(given);
    const [first, second] = new Uint8Array(bytes);
    const hash = await crypto.subtle.digest('SHA-256', bytes.slice(0));
    const sha256 = [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
    const sound = await new OfflineAudioContext(1, 1, 16000)
      .decodeAudioData(bytes.slice(0))
      .catch(() => null);
    return { bytes: bytes.byteLength, first, second, sha256, seconds: sound?.duration ?? 0 };
  }, filePath);

test('who refuses the microphone is told how to allow it, and is led there', async () => {
  await press('录一段');
  await press('开始录音');
  await say('同意');
  await say('拒绝');
  await shows('没有允许使用麦克风，不能录音。请在设置中打开“麦克风”');
  await say('去设置');
  await phone.page.getByRole('switch', { name: '麦克风', exact: true }).check();
  await phone.page.getByLabel('关闭').last().tap();
  await phone.page.getByRole('switch').first().waitFor({ state: 'detached' });
});

test('records with a level and the time, and gives an MP3 that decodes', async () => {
  await press('开始录音');
  await shows('正在录音');
  // The fake microphone beeps: the bars stand higher than the 4 px of silence.
  await phone.page.waitForFunction(() =>
    [...document.querySelectorAll('[class*="--level"]')].some((bar) => bar.clientHeight > 12),
  );
  await timeIs('0:02');
  await press('完成');
  const recorded = (await phone.detail('case', 'voice')) as Recorded;
  await phone.wait('case', 'closed');
  expect(recorded.durationMs).toBeGreaterThanOrEqual(2000);
  const found = await examine(recorded.path);
  expect({ first: found.first, second: found.second }).toEqual({ first: 0xff, second: 0xf3 });
  expect(found.bytes).toBe(recorded.bytes);
  expect(Math.abs(found.seconds * 1000 - recorded.durationMs)).toBeLessThan(1000);
  expect(await onPage('digest', recorded.path)).toEqual({ bytes: found.bytes, sha256: found.sha256 });
});

test('a call interrupts: what was recorded stays, and goes on afterwards', async () => {
  await press('录一段');
  await press('开始录音');
  await timeIs('0:01');
  await press('来电');
  await shows('来电，录音已暂停，已录的部分保留着');
  // Until the call is over the microphone is not ours.
  expect(
    await phone.page.getByRole('button', { name: '继续', exact: true }).getAttribute('aria-disabled'),
  ).toBe('true');
  await press('挂断');
  await shows('通话已结束，已录的部分保留着，可继续录或点“完成”');
  const before = await time();
  await press('继续');
  await shows('正在录音');
  await until(async () => (await time()) > before || undefined);
  await press('来电');
  await press('完成');
  const recorded = (await phone.detail('case', 'voice')) as Recorded;
  await phone.wait('case', 'closed');
  expect(recorded.durationMs).toBeGreaterThanOrEqual(2000);
  await press('挂断');
});

test('shorter than a second is not kept, and it says so', async () => {
  await press('录一段');
  await press('开始录音');
  await phone.page.getByRole('button', { name: '暂停', exact: true }).waitFor();
  await press('完成');
  await shows('录音不足 1 秒，没有保存，请重新录');
});

test('to give up is asked first', async () => {
  await press('开始录音');
  await timeIs('0:01');
  await press('关闭');
  await shows('放弃录音');
  await say('取消');
  await press('放弃');
  await phone.page.locator('.phone-modal-confirm').tap();
  await phone.wait('case', 'closed');
  expect((await phone.told()).filter(([, what]) => what === 'voice')).toEqual([]);
});

test('leaving for another program keeps what was recorded', async () => {
  await press('录一段');
  await press('开始录音');
  await timeIs('0:01');
  await press('切到后台');
  const recorded = (await phone.detail('case', 'voice')) as Recorded;
  expect(recorded.durationMs).toBeGreaterThanOrEqual(1000);
  await press('回到前台');
});

test('a recording plays to its end, one at a time, and is deleted after it was asked', async () => {
  await press('播放第 1 段录音');
  await press('暂停第 1 段录音');
  await press('播放第 1 段录音');
  await phone.page.getByRole('button', { name: '暂停第 1 段录音' }).waitFor();
  await press('播放第 2 段录音');
  await phone.page.getByRole('button', { name: '播放第 1 段录音' }).waitFor();
  await phone.page.getByRole('button', { name: '播放第 2 段录音' }).waitFor();
  await press('删除第 2 段录音');
  await phone.page.locator('.phone-modal-confirm').tap();
  expect(await phone.detail('case', 'removevoice')).toMatchObject({ index: 1 });
});

test('a video is recorded, hashed as it is, shown with its poster and plays', async () => {
  await press('录视频');
  await say('录像');
  await say('停止');
  const video = (await phone.detail('case', 'video')) as Recorded & {
    readonly sha256: string;
    readonly posterPath: string;
  };
  const found = await examine(video.path);
  expect({ bytes: video.bytes, sha256: video.sha256 }).toEqual({ bytes: found.bytes, sha256: found.sha256 });
  expect(video.durationMs).toBeGreaterThan(0);
  await phone.page.locator('[class*=--poster] img').waitFor();
  await phone.page.getByRole('button', { name: /^播放视频，长 0:0/ }).tap();
  await phone.page.locator('video').first().waitFor();
});

test('who refuses the album is led to it in the same way, and the picture is saved', async () => {
  await phone.page.reload();
  await press('存相册');
  await say('拒绝');
  await shows('没有允许添加到相册，不能保存。请在设置中打开“添加到相册”');
  await say('去设置');
  await phone.page.getByRole('switch', { name: '添加到相册', exact: true }).check();
  await phone.page.getByLabel('关闭').last().tap();
  expect(await phone.detail('case', 'saved')).toBe(true);
});

test('a page that goes while it records leaves what was recorded to the next one', async () => {
  await press('录一段');
  await press('开始录音');
  await timeIs('0:01');
  await phone.call('reLaunch', { url: '/pages/case/case' });
  const left = await until(async () => (await onPage<Recorded | null>('left')) ?? undefined);
  expect(left.durationMs).toBeGreaterThanOrEqual(1000);
  expect((await examine(left.path)).first).toBe(0xff);
  expect(await onPage('left')).toBeNull();
});

test('on the smallest phone with the largest type the sheet fits, in light and dark', async () => {
  for (const theme of ['light', 'dark'] as const) {
    const query = `path=/pages/case/case&font=1.4&theme=${theme}`;
    const small = await SmallPhone.open(browser, server.url, 'touch', query);
    await small.page.setViewportSize({ width: 320, height: 568 });
    await small.page.getByRole('button', { name: '录一段', exact: true }).tap();
    for (const name of ['关闭', '开始录音', '取消', '完成']) {
      const button = small.page.getByRole('button', { name, exact: true }).filter({ visible: true });
      await until(async () => {
        const box = await button.boundingBox();
        const fits = box && box.height >= 44 && box.width >= 44 && box.y >= 0 && box.y + box.height <= 568;
        return fits || undefined;
      });
    }
    expect(small.faults).toEqual([]);
    await small.close();
  }
});
