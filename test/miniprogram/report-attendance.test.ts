import { EMPTY_ATTENDANCE, withAttendant } from '../../miniprogram/view/report-attendance';

const signature = {
  ...{ kind: 'signature' as const, path: 'a', bytes: 1, sha256: 'a', takenAt: '', durationMs: null },
  ...{ posterPath: '', drawing: null, shownPath: 'a', place: null, evidenceIds: null },
};
const SIGNED = { ...EMPTY_ATTENDANCE, unitId: 'u1', name: '赵铁山', signature };

test('a signature stands for whoever made it, and for nobody else', () => {
  expect(withAttendant(SIGNED, { name: ' 赵铁山 ' }).signature).toBe(signature);
  expect(withAttendant(SIGNED, { unitId: 'u1' }).signature).toBe(signature);
  expect(withAttendant(SIGNED, { name: '王五' })).toMatchObject({ name: '王五', signature: null });
  expect(withAttendant(SIGNED, { unitId: 'u2' })).toMatchObject({ unitId: 'u2', signature: null });
});
