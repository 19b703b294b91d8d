import { layoutWatermark, watermarkLines } from '../../../miniprogram/view/drawing/watermark';

const FACTS = {
  at: '2026-11-25T06:05:59.000Z',
  place: { lng: 110.33, lat: 20.03, accuracy: 12.4 },
  project: '滨江新城三期 A 区',
  author: '陈海生',
};

/** Letters as wide as high, digits and spaces half of it. */
const widthOf = (text: string, letters: number): number =>
  [...text].reduce((sum, sign) => sum + (sign > '\u2000' ? letters : letters / 2), 0);

describe('the words', () => {
  test('Beijing time and the person, the project, the position', () => {
    expect(watermarkLines(FACTS)).toEqual([
      '2026-11-25 14:05  陈海生',
      '滨江新城三期 A 区',
      '110.3300, 20.0300 ±12 m',
    ]);
  });

  test('the next day already in Hainan', () => {
    expect(watermarkLines({ ...FACTS, at: '2026-12-31T16:00:00.000Z' })[0]).toBe('2027-01-01 00:00  陈海生');
  });

  test('an address where one is known, and no position said plainly', () => {
    const place = { ...FACTS.place, address: '海口市美兰区滨江路 88 号' };
    expect(watermarkLines({ ...FACTS, place })[2]).toBe('海口市美兰区滨江路 88 号');
    expect(watermarkLines({ ...FACTS, place: null })[2]).toBe('没有位置');
  });
});

describe('the strip', () => {
  test('lower left, as wide as its words, letters a thirtieth of the longer side', () => {
    const { letters, strip, rows } = layoutWatermark(
      ['安全', '质量安全'],
      { width: 900, height: 600 },
      widthOf,
    );
    expect(letters).toBe(30);
    // Four letters of 30 px and 15 px on each side; two rows of 40.5 px and 15 px.
    expect(strip).toEqual({ x: 0, y: 504, width: 150, height: 96 });
    expect(rows).toEqual([
      { text: '安全', x: 15, y: 504 + 7.5 + 20.25 },
      { text: '质量安全', x: 15, y: 504 + 7.5 + 60.75 },
    ]);
  });

  test('a thumbnail of 360 px has letters of 12 px', () => {
    expect(layoutWatermark(['安'], { width: 270, height: 360 }, widthOf).letters).toBe(12);
  });

  test('a long line goes on in a second row, and ends in … there', () => {
    // 300 px: letters of 10 px, 29 of them a row.
    const size = { width: 300, height: 300 };
    const { rows } = layoutWatermark(['工'.repeat(70)], size, widthOf);
    expect(rows.map(({ text }) => text)).toEqual(['工'.repeat(29), `${'工'.repeat(28)}…`]);
    expect(layoutWatermark(['工'.repeat(58)], size, widthOf).rows.map(({ text }) => text)).toEqual([
      '工'.repeat(29),
      '工'.repeat(29),
    ]);
  });

  test.each([
    ['landscape', 1365, 1024],
    ['portrait', 1024, 1365],
    ['panorama', 1365, 200],
    ['tower', 200, 1365],
    ['thumbnail', 360, 270],
    ['a few pixels', 8, 6],
  ])('%s: never over more than a quarter, and all inside', (_, width, height) => {
    const lines = ['2026-11-25 14:05  欧阳建国', '工程'.repeat(60), '海口市'.repeat(40)];
    const { strip, rows, letters } = layoutWatermark(lines, { width, height }, widthOf);
    expect(strip.width * strip.height).toBeLessThanOrEqual((width * height) / 4);
    expect(strip.x).toBe(0);
    expect(strip.y + strip.height).toBeCloseTo(height);
    for (const { text, x, y } of rows) {
      expect(x + widthOf(text, letters)).toBeLessThanOrEqual(strip.width + 0.001);
      expect(y - letters / 2).toBeGreaterThanOrEqual(strip.y);
      expect(y + letters / 2).toBeLessThanOrEqual(height + 0.001);
    }
    expect(rows[0]?.text.startsWith('2026-11-25')).toBe(true);
  });
});
