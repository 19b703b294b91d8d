import { call, type Input, type Output } from './call-function';

export type SubmitInspection = Input<'inspection', 'submit'>;
export type InspectionView = Output<'inspection', 'read'>;
export type SentRow = Output<'inspection', 'listSent'>['rows'][number];
export type ReceivedRow = Output<'inspection', 'listReceived'>['rows'][number];
export type Correction = Output<'inspection', 'correction'>;
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
export const readCorrection = (inspectionId: string) => call('inspection', 'correction', { inspectionId });
export const findSameProblems = (query: Input<'inspection', 'sameProblems'>) =>
  call('inspection', 'sameProblems', query);
