import { approveInspection } from './approve-inspection';
import { confirmInspection } from './confirm-inspection';
import { findSameProblems } from './find-same-problems';
import { listNameablePeople } from './list-nameable-people';
import { listReceived } from './list-received';
import { listSent } from './list-sent';
import { readCatalogue } from './read-catalogue';
import { readCorrection } from './read-correction';
import { readInspection } from './read-inspection';
import { rejectInspection } from './reject-inspection';
import { submitInspection } from './submit-inspection';

export const actions = {
  submit: submitInspection,
  approve: approveInspection,
  reject: rejectInspection,
  confirm: confirmInspection,
  sameProblems: findSameProblems,
  read: readInspection,
  correction: readCorrection,
  listSent,
  listReceived,
  nameablePeople: listNameablePeople,
  catalogue: readCatalogue,
};
