/** A query of ten megabytes is not told back whole. */
const MAX_MESSAGE = 2000;

/** An error as the service answers it: HTTP 200 with code, message and requestId. */
export class WireError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message.length > MAX_MESSAGE ? `${message.slice(0, MAX_MESSAGE)}…` : message);
    this.name = 'WireError';
    this.code = code;
  }
}

export const badRequest = (message: string): WireError => new WireError('INVALID_PARAM', message);

export const collectionMissing = (name: string): WireError =>
  new WireError(
    'DATABASE_COLLECTION_NOT_EXIST',
    `[ResourceNotFound] Db or Table not exist: ${name}. Please check your request, but if the problem cannot be solved, contact us.`,
  );

export const duplicateKey = (collection: string, index: string, key: string): WireError =>
  new WireError(
    'DATABASE_REQUEST_FAILED',
    `[FailedOperation.Insert] bulk write error: [{E11000 duplicate key error collection: ${collection} index: ${index} dup key: ${key}}]`,
  );

export const isDuplicateKey = (error: unknown): boolean =>
  error instanceof WireError && error.message.includes('E11000');

export const requestFailed = (message: string): WireError =>
  new WireError('DATABASE_REQUEST_FAILED', `[FailedOperation] ${message}`);

export const transactionConflict = (): WireError =>
  new WireError(
    'DATABASE_TRANSACTION_CONFLICT',
    '[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others.',
  );

export const transactionMissing = (): WireError =>
  new WireError(
    'DATABASE_TRANSACTION_FAIL',
    '[ResourceUnavailable.TransactionNotExist] Transaction does not exist on the server, it has ended or expired.',
  );

export const examinedTooMany = (collection: string, query: string, most: number): WireError =>
  requestFailed(`query on ${collection} examined more than ${most} documents, it needs an index: ${query}`);
