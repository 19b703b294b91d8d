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
  // Binding and three posts of the contractor; of what was delivered to them, which is of each tenth of the first 900
  // (90) but for those rejected, of each hundred and thirtieth (7), a page of 16 with one more, and all to be counted.
  expect(results['lists.1800 我接收的·下达接收']).toMatchObject({
    value: 1 + 3 + 17 + 83,
    goal: 1.5 * (1 + 3 + 17 + 83) + 20,
  });
  // Whoever may not read the 90 newer ones, which are 内档, looks at none of them: binding, post, project, and of the
  // delivered a page of ten with one more.
  expect(results['lists.1800 工程的记录·建设局']).toMatchObject({ value: 1 + 1 + 1 + 11 });
});
