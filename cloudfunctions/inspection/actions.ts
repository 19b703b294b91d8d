import { approveInspection } from './approve-inspection';
import { listNameablePeople } from './list-nameable-people';
import { listReceived } from './list-received';
import { listSent } from './list-sent';
import { readCatalogue } from './read-catalogue';
import { readInspection } from './read-inspection';
import { rejectInspection } from './reject-inspection';
import { submitInspection } from './submit-inspection';

export const actions = {
  submit: submitInspection,
  approve: approveInspection,
  reject: rejectInspection,
  read: readInspection,
  listSent,
  listReceived,
  nameablePeople: listNameablePeople,
  catalogue: readCatalogue,
};
