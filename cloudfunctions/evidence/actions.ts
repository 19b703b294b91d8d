import { announceUploads } from './announce-uploads';
import { confirmEvidence } from './confirm-evidence';
import { viewEvidence } from './view-evidence';

export const actions = {
  announce: announceUploads,
  confirm: confirmEvidence,
  view: viewEvidence,
};
