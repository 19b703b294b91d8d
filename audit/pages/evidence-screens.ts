import type { Page } from 'playwright-core';
import { brokenOn, editorOf, openFrom, pictureOn, signatureOf } from './evidence';
import { SUPERVISOR } from './people';
import type { Screen } from './screen';
import { sitePhotos } from './site-photos';
import { field, see, tap } from './tap';

/** A page of the evidence is opened by another: by one that asks nothing of the cloud. */
const opened = (name: string, then: (page: Page) => Promise<void>): Screen => ({
  name,
  as: SUPERVISOR,
  path: 'pages/settings/guide/guide',
  shows: '不必每次查找',
  then,
});

const DRAWING = {
  marks: [
    {
      tool: 'arrow',
      colour: '#e02a1f',
      width: 0.008,
      points: [
        [0.35, 0.2],
        [0.47, 0.42],
      ],
    },
    {
      tool: 'circle',
      colour: '#ffd400',
      width: 0.008,
      points: [
        [0.62, 0.4],
        [0.82, 0.56],
      ],
    },
    { tool: 'text', colour: '#e02a1f', width: 0.045, points: [[0.1, 0.16]], text: '此处防护栏杆缺失' },
  ],
};

const openEditor = async (page: Page): Promise<void> => {
  const browser = page.context().browser();
  const [photo] = browser ? await sitePhotos(browser) : [];
  if (!photo) throw new Error('没有照片');
  await openFrom(page, editorOf(await pictureOn(page, photo), DRAWING));
  await see(page, '在照片上画线');
};

export const EVIDENCE: readonly Screen[] = [
  opened('编辑照片', async (page) => {
    await openEditor(page);
    await tap(page, '箭头');
  }),
  opened('编辑照片（写字）', async (page) => {
    await openEditor(page);
    await tap(page, '文字');
    await page.getByLabel('照片，点一下要写字的地方').tap();
    await field(page, '如：未系安全带').fill('临边未设防护');
    await see(page, '写上');
  }),
  opened('编辑照片（打不开）', async (page) => {
    await openFrom(page, editorOf(await brokenOn(page), null));
    await see(page, '照片打不开');
  }),
  opened('现场签名', async (page) => {
    await openFrom(page, signatureOf('赵铁山', '琼建示范建工集团有限公司（施工单位）'));
    await see(page, '琼建示范建工集团有限公司');
  }),
];
