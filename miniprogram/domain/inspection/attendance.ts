import { DomainError } from '../errors';
import { citeSignature, type CitingSurroundings } from '../evidence/cite-evidence';
import type { CitedEvidence } from '../evidence/evidence';
import type { Project } from '../project/project';
import type { ResponsibleUnit } from './inspection';

/** 现场签字: who of a unit was there and signed, or would not sign (拒签) and why. Once in a visit, that is in a record. */
export interface Attendance {
  readonly unit: ResponsibleUnit;
  /** As told on the spot; '' where whoever refused did not tell. */
  readonly name: string;
  /** null when it was refused. */
  readonly signature: CitedEvidence | null;
  /** 拒签理由; '' when it was signed. */
  readonly refusal: string;
}

/** Either a signature or a reason why there is none. */
export interface SubmittedAttendance {
  readonly unitId: string;
  readonly name: string;
  /** Confirmed evidence. */
  readonly signatureId: string | null;
  readonly refusal: string;
}

/**
 * @param previous of the record that is corrected: its signature stands for the same person of the same unit only
 * @throws DomainError input.signatureOfAnother, input.attendanceUnclear, input.attendantUnnamed, input.attendantNotParty, evidence.*
 */
export const formAttendance = (
  submitted: SubmittedAttendance | null,
  { parties }: Pick<Project, 'parties'>,
  surroundings: CitingSurroundings,
  previous: Attendance | null,
): Attendance | null => {
  if (!submitted) return null;
  const { unitId, signatureId } = submitted;
  const [name, refusal] = [submitted.name.trim(), submitted.refusal.trim()];
  const isSigned = signatureId !== null;
  if (isSigned === (refusal !== '')) throw new DomainError('input.attendanceUnclear');
  if (isSigned && name === '') throw new DomainError('input.attendantUnnamed');
  const unit = parties.find((party) => party.unitId === unitId);
  if (!unit) throw new DomainError('input.attendantNotParty');
  const isAnothers = previous?.unit.unitId !== unitId || previous.name !== name;
  if (signatureId !== null && surroundings.inherited.has(signatureId) && isAnothers)
    throw new DomainError('input.signatureOfAnother');
  return {
    unit: { unitId, unitName: unit.unitName, unitRole: unit.unitRole },
    name,
    signature: isSigned ? citeSignature(signatureId, surroundings) : null,
    refusal,
  };
};
