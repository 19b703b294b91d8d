import { DomainError } from '../domain/errors';
import { evidenceName } from '../domain/evidence/kinds';
import {
  photoPath,
  thumbnailOf,
  thumbnailPath,
  uploadFile,
  uploadPhoto,
  type LocalPhoto,
} from '../platform/photos';
import { call, type Input, type Output } from './call-function';

export type ConfirmEvidence = Input<'evidence', 'confirm'>;
export type EvidenceReceipt = Output<'evidence', 'confirm'>;
export type ViewedEvidence = Output<'evidence', 'view'>[number];

export const confirmEvidence = (command: ConfirmEvidence) => call('evidence', 'confirm', command);
export const viewEvidence = (query: Input<'evidence', 'view'>) => call('evidence', 'view', query);

/** To be said before the first upload of a command: so that what is never confirmed can be swept. */
export const announcePhotos = async (
  photos: readonly LocalPhoto[],
  prefix: string,
  requestId: string,
): Promise<void> => {
  if (photos.length === 0) return;
  const paths = photos.flatMap((photo) => [
    photoPath(photo, prefix, requestId),
    thumbnailPath(photo, prefix, requestId),
  ]);
  await call('evidence', 'announce', { requestId, paths });
};

/** A refusal of one file, saying which of the form's it is. */
const naming = (error: unknown, order: number): unknown =>
  error instanceof DomainError && error.code.startsWith('evidence.')
    ? new DomainError(error.code, { ...error.details, what: evidenceName('photo', order) })
    : error;

/**
 * Uploads a photo with its thumbnail and has it confirmed; trying again under the same id sends and confirms the same.
 * @param order its number in the form, for refusals
 * @returns the evidence id
 * @throws DomainError network.unavailable, evidence.*
 */
export const sendPhoto = async (
  photo: LocalPhoto,
  order: number,
  prefix: string,
  requestId: string,
): Promise<string> => {
  const fileID = await uploadPhoto(photo, prefix, requestId);
  const thumbnail = await thumbnailOf(photo);
  const thumbnailID =
    thumbnail === null ? null : await uploadFile(thumbnail, thumbnailPath(photo, prefix, requestId));
  const { sha256, takenAt } = photo;
  try {
    const receipt = await confirmEvidence({
      ...{ requestId, fileID, thumbnailID, kind: 'photo', sha256, takenAt },
      place: null,
      annotates: null,
    });
    return receipt.evidenceId;
  } catch (error) {
    throw naming(error, order);
  }
};
