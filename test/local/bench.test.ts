import { benchCloud } from '../../bench/cloud';

test('the bench of the cloud runs and gives a ratio for each of its goals', async () => {
  const results = await benchCloud({ few: 400, many: 800, rounds: 5 });
  expect(Object.keys(results)).toEqual(['cloud.add', 'cloud.list', 'cloud.get']);
  for (const { value, better } of Object.values(results)) {
    expect(Number.isFinite(value) && value > 0).toBe(true);
    expect(better).toBe('lower');
  }
});
