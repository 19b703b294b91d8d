import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { demonstration } from '../../local/seed/demonstration';
import { LISTED_PEOPLE } from '../../local/seed/people';
import { firstBrokenLink, type ChainedEvent } from '../../miniprogram/domain/integrity/event-chain';
import { ANCHOR, ROOT } from '../support/cloud';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

test('README lists the demonstration people as the panel does', () => {
  const readme = readFileSync(path.join(ROOT, 'README.md'), 'utf8');
  const rows = [...readme.matchAll(/^\| (\d{11}) +\| (\S+) +\| (.+?) +\|$/gm)].map(
    ([, phone, name, role]) => ({ phone, name, role }),
  );
  expect(rows).toHaveLength(27);
  expect(rows).toEqual(LISTED_PEOPLE);
});

test('bureau staff are told by their bureau, everybody else by station or unit', () => {
  const roleOf = (phone: string) => LISTED_PEOPLE.find((person) => person.phone === phone)?.role;
  expect(roleOf('19000000108')).toBe('海口市住建局质安科科员');
  expect(roleOf('19000000103')).toBe('海口市质安站 监督员');
  expect(roleOf('19000000302')).toBe('琼建示范建工集团有限公司 项目经理');
});

test('the same anchor gives the same documents; every chain in them is whole', () => {
  const made = demonstration(ANCHOR);
  expect(made).toEqual(demonstration(ANCHOR));
  const records = [...(made['projects'] ?? []), ...(made['inspections'] ?? [])] as unknown as {
    events: ChainedEvent[];
  }[];
  expect(records).toHaveLength(11);
  for (const { events } of records) {
    expect(events.length).toBeGreaterThan(0);
    expect(firstBrokenLink(events, sha256)).toBe(-1);
  }
});
