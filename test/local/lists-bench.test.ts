import { benchLists } from '../../bench/lists/lists';
import { QUESTIONS } from '../../bench/lists/questions';

test('every list looks at hardly more than it gives, whether there are 18 inspections or 1,800', async () => {
  const told: string[] = [];
  const results = await benchLists({ few: 18, many: 1800 }, (line) => told.push(line));
  expect(Object.keys(results)).toEqual(
    [18, 1800].flatMap((count) => QUESTIONS.map(({ name }) => `lists.${count} ${name}`)),
  );
  const over = Object.entries(results).filter(([, { value, goal }]) => value > goal);
  expect(over).toEqual([]);
  expect(told).toEqual(['正在写入 18 次检查 …', '正在写入 1800 次检查 …']);
  // Binding and post of the contractor, a page of 16 with one more, and 99+ of both tabs.
  expect(results['lists.1800 我接收的·下达接收']).toMatchObject({ value: 121, goal: 1.5 * 121 + 20 });
});
