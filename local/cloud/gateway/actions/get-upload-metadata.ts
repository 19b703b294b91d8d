import { textOf, type Action } from '../action';

export const getUploadMetadata: Action = ({ storage }, body) => {
  const path = textOf(body, 'path');
  const { url, signature } = storage.uploadAddress(path);
  const fileId = storage.fileIdOf(path);
  // It travels as a header: ASCII only, whatever the path says.
  const cosFileId = Buffer.from(path).toString('base64url');
  return { data: { url, token: signature, authorization: signature, fileId, cosFileId } };
};
