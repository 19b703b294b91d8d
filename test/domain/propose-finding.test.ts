import { proposeFinding } from '../../miniprogram/domain/inspection/propose-finding';

const RAIL = { severity: 'general', subjects: ['contractor'], action: 'rectify', days: 7 } as const;
const PIT = { severity: 'major', subjects: ['owner', 'contractor'], action: 'partialStop', days: 3 } as const;
const SCAFFOLD = { severity: 'serious', subjects: ['tester'], action: 'stop', days: 15 } as const;
const RECORD = { severity: 'general', subjects: ['supervision'], action: 'badConduct', days: 30 } as const;

const BUILDER = { unitId: 'builder', unitRole: 'contractor' } as const;
const SECOND_BUILDER = { unitId: 'second', unitRole: 'contractor' } as const;
const OWNER = { unitId: 'owner', unitRole: 'owner' } as const;

describe('what the chosen entries propose together', () => {
  test.each([
    ['one entry', [RAIL], [BUILDER], ['general', 'builder', 'rectify', 7]],
    [
      'the gravest severity, wherever it stands',
      [PIT, RAIL],
      [BUILDER],
      ['major', 'builder', 'partialStop', 3],
    ],
    // 局部停工 < 停工: the gravest action need not come from the gravest entry, nor the shortest term.
    ['each from another entry', [RAIL, PIT, SCAFFOLD], [BUILDER], ['major', 'builder', 'stop', 3]],
    ['不良行为记录 is the gravest action', [SCAFFOLD, RECORD], [], ['serious', null, 'badConduct', 15]],
    ['the first one named that is a party', [PIT], [BUILDER, OWNER], ['major', 'owner', 'partialStop', 3]],
    ['the next one where the first is none', [PIT], [BUILDER], ['major', 'builder', 'partialStop', 3]],
    [
      'an entry that names no party leaves it to the next',
      [SCAFFOLD, RAIL],
      [BUILDER],
      ['serious', 'builder', 'stop', 7],
    ],
    [
      'of two contractors the first',
      [RAIL],
      [OWNER, SECOND_BUILDER, BUILDER],
      ['general', 'second', 'rectify', 7],
    ],
    ['no party answers', [SCAFFOLD], [BUILDER, OWNER], ['serious', null, 'stop', 15]],
    ['no entry', [], [BUILDER], ['general', null, 'rectify', null]],
  ] as const)('%s', (_, entries, parties, [severity, unitId, action, days]) => {
    expect(proposeFinding(entries, parties)).toEqual({ severity, unitId, action, days });
  });
});
