import { INSPECTION_LIMITS } from '../domain/inspection/limits';
import { call, type Input, type Output } from './call-function';

export type SubmitInspection = Input<'inspection', 'submit'>;
export type InspectionView = Output<'inspection', 'read'>;
export type SentRow = Output<'inspection', 'listSent'>['rows'][number];
export type ReceivedRow = Output<'inspection', 'listReceived'>['rows'][number];
export type SameProblem = Output<'inspection', 'sameProblems'>[number];
export type NameablePeople = Output<'inspection', 'nameablePeople'>;

export const submitInspection = (command: SubmitInspection) => call('inspection', 'submit', command);
export const approveInspection = (command: Input<'inspection', 'approve'>) =>
  call('inspection', 'approve', command);
export const rejectInspection = (command: Input<'inspection', 'reject'>) =>
  call('inspection', 'reject', command);
export const confirmInspection = (command: Input<'inspection', 'confirm'>) =>
  call('inspection', 'confirm', command);
export const readInspection = (inspectionId: string) => call('inspection', 'read', { inspectionId });
export const listSent = (query: Input<'inspection', 'listSent'>) => call('inspection', 'listSent', query);
export const listReceived = (query: Input<'inspection', 'listReceived'>) =>
  call('inspection', 'listReceived', query);
export const listNameablePeople = (projectId: string) => call('inspection', 'nameablePeople', { projectId });

/** Of each entry the project's last effective record that cites it, but for the one that is looked at. */
export const findSameProblems = async (
  projectId: string,
  catalogueIds: readonly string[],
  exceptId: string,
): Promise<SameProblem[]> => {
  const { catalogueEntriesPerFinding: most } = INSPECTION_LIMITS;
  const parts = Array.from({ length: Math.ceil(catalogueIds.length / most) }, (_, index) =>
    catalogueIds.slice(index * most, (index + 1) * most),
  );
  const found = await Promise.all(
    parts.map((ids) => call('inspection', 'sameProblems', { projectId, catalogueIds: ids, exceptId })),
  );
  return found.flat();
};
