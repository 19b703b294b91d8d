import { badRequest, duplicateKey } from '../gateway/errors';
import { stringify } from '../values/ejson';
import { requireStorable } from '../values/storable';
import { cloneValue, emptyDocument, entriesOf, type Document, type Value } from '../values/value';
import { applyUpdate } from '../update/updater';
import { documentKey, newId } from './document-key';
import { matching } from './find';
import type { Writer } from './reader';

/** The service's bound on one document. */
const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024;

const withIdFirst = (id: Value, document: Document): Document => {
  const whole = emptyDocument();
  whole['_id'] = id;
  for (const [key, value] of entriesOf(document)) if (key !== '_id') whole[key] = value;
  return whole;
};

const keep = (writer: Writer, collection: string, document: Document): void => {
  requireStorable(document);
  if (Buffer.byteLength(stringify(document)) > MAX_DOCUMENT_BYTES)
    throw badRequest('document is larger than 16 MB');
  writer.put(collection, documentKey(document['_id']), document);
};

/** @returns the id of the document, its own or a new one. @throws WireError E11000 when it stands there already */
export const insert = (writer: Writer, collection: string, document: Document): Value => {
  const whole = withIdFirst(document['_id'] ?? newId(), document);
  const id = whole['_id'] as Value;
  if (writer.get(collection, documentKey(id))) {
    throw duplicateKey(collection, '_id_', `{ _id: ${stringify(id)} }`);
  }
  keep(writer, collection, whole);
  return id;
};

export interface ModifyRequest {
  readonly collection: string;
  readonly query: Document;
  readonly data: Document;
  readonly multi: boolean;
  /** true: `data` holds update operators; false: it takes the document's place. */
  readonly merge: boolean;
  readonly upsert: boolean;
}

export interface Modified {
  readonly updated: number;
  readonly upsertId?: Value;
  readonly documents: readonly Document[];
}

/** The fields a query names by equality: what an upsert begins with. */
const fieldsOf = (query: Document): Document => {
  const fields = emptyDocument();
  for (const [key, value] of entriesOf(query)) if (!key.startsWith('$')) fields[key] = cloneValue(value);
  return fields;
};

/** Changes what answers the query; all of it or nothing, as an error leaves the writer's owner to throw it away. */
export const modify = (writer: Writer, request: ModifyRequest): Modified => {
  const { collection, query, data, merge } = request;
  const found = matching(writer, collection, query, request.multi ? Infinity : 1);
  if (found.length === 0 && request.upsert) {
    const base = merge ? applyUpdate(fieldsOf(query), data) : withIdFirst(query['_id'] ?? newId(), data);
    const upsertId = insert(writer, collection, base);
    return { updated: 0, upsertId, documents: [base] };
  }
  const documents = found.map((document) =>
    merge ? applyUpdate(document, data) : withIdFirst(document['_id'] as Value, data),
  );
  for (const document of documents) keep(writer, collection, document);
  return { updated: documents.length, documents };
};

/** @returns how many documents are gone */
export const remove = (writer: Writer, collection: string, query: Document, multi: boolean): number => {
  const found = matching(writer, collection, query, multi ? Infinity : 1);
  for (const document of found) writer.remove(collection, documentKey(document['_id']));
  return found.length;
};
