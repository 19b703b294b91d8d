import { INSPECTION_LIMITS } from '../domain/inspection/limits';
import type { AttendanceDraft, Unit } from './report-form';
import { UNIT_ROLES } from '../domain/people/post';

/** 现场签字 as it is being filled in: what is typed for the other way stays until it is done. */
export interface AttendanceEntry extends AttendanceDraft {
  readonly isRefused: boolean;
}

export const EMPTY_ATTENDANCE: AttendanceEntry = {
  unitId: '',
  name: '',
  signature: null,
  refusal: '',
  isRefused: false,
};

export const attendanceEntry = (draft: AttendanceDraft | null): AttendanceEntry =>
  draft ? { ...draft, isRefused: draft.refusal !== '' } : EMPTY_ATTENDANCE;

/** With another unit or name, whose signature it was no longer stands. */
export const withAttendant = (
  entry: AttendanceEntry,
  change: Partial<Pick<AttendanceEntry, 'unitId' | 'name'>>,
): AttendanceEntry => {
  const next = { ...entry, ...change };
  const isSame = next.unitId === entry.unitId && next.name.trim() === entry.name.trim();
  return isSame ? next : { ...next, signature: null };
};

/** What is missing, in words; '' for nothing. */
export const attendanceFault = ({ unitId, name, signature, refusal, isRefused }: AttendanceEntry): string => {
  if (unitId === '') return '缺少到场人员的单位，请选择';
  if (isRefused) {
    if (refusal.trim() === '') return '缺少拒签理由，请填写';
    return refusal.trim().length > INSPECTION_LIMITS.refusalLength
      ? `拒签理由最多 ${INSPECTION_LIMITS.refusalLength} 字，请删减`
      : '';
  }
  if (name.trim() === '') return '缺少签字人姓名，请填写';
  return signature ? '' : '还没有签名，请点“请签字”，由到场人员在屏幕上手写';
};

/** What is kept of it: the one way or the other. */
export const attendanceDraft = ({ isRefused, ...entry }: AttendanceEntry): AttendanceDraft =>
  isRefused ? { ...entry, signature: null } : { ...entry, refusal: '' };

/** 琼建示范建工集团有限公司（施工单位） */
export const unitWords = (unitId: string, units: readonly Unit[]): string => {
  const unit = units.find((candidate) => candidate.unitId === unitId);
  return unit ? `${unit.unitName}（${UNIT_ROLES[unit.unitRole]}）` : '';
};

/** What stands in the form's row: 赵铁山 已签字, 拒签, or nothing. */
export const attendanceWords = (draft: AttendanceDraft | null): string => {
  if (!draft) return '';
  const name = draft.name.trim();
  return [name, draft.signature ? '已签字' : '拒签'].filter((word) => word !== '').join(' ');
};
