import type { Action } from '../action';
import { addCollection } from './add-collection';
import { aggregateDocuments } from './aggregate-documents';
import { batchCopyFile } from './batch-copy-file';
import { modifyAndReturnDoc } from './modify-and-return-doc';
import { batchDeleteFile } from './batch-delete-file';
import { batchGetDownloadUrl } from './batch-get-download-url';
import { calculateDocument } from './calculate-document';
import { getDocument } from './get-document';
import { getUploadMetadata } from './get-upload-metadata';
import { insertDocument } from './insert-document';
import { invokeFunction } from './invoke-function';
import { modifyDocument } from './modify-document';
import { removeDocument } from './remove-document';
import { abortTransaction, commitTransaction, startTransaction } from './transaction';

/** Every action of the wire that answers in JSON. */
export const ACTIONS: Readonly<Record<string, Action>> = {
  'database.insertDocument': insertDocument,
  'database.getDocument': getDocument,
  'database.calculateDocument': calculateDocument,
  'database.modifyDocument': modifyDocument,
  'database.modifyAndReturnDoc': modifyAndReturnDoc,
  'database.aggregateDocuments': aggregateDocuments,
  'database.removeDocument': removeDocument,
  'database.addCollection': addCollection,
  'database.startTransaction': startTransaction,
  'database.commitTransaction': commitTransaction,
  'database.abortTransaction': abortTransaction,
  'functions.invokeFunction': invokeFunction,
  'storage.getUploadMetadata': getUploadMetadata,
  'storage.batchGetDownloadUrl': batchGetDownloadUrl,
  'storage.batchCopyFile': batchCopyFile,
  'storage.batchDeleteFile': batchDeleteFile,
};
