import { tortureWithKills } from '../../torture/cloud';

// The SDKs warn of calls that took long, which is what happens here; some of the timers outlive the test.
console.warn = () => undefined;

test('eight kills of the gateway and of functions lose nothing that was acknowledged and leave nothing by half', async () => {
  const { kills, acknowledged, inside, faults } = await tortureWithKills(8, 20261124);
  expect(faults).toEqual([]);
  expect(kills).toBe(8);
  expect(inside).toBeGreaterThan(0);
  expect(acknowledged).toBeGreaterThan(0);
});
