import { randomInt } from 'node:crypto';
import { runStage } from '../../expressions';
import { badRequest } from '../../gateway/errors';
import { compileQuery } from '../../match/matcher';
import { emptyDocument, entriesOf, type Document } from '../../values/value';
import { addFields } from './add-fields';
import { bucket } from './bucket';
import { group, sortByCount } from './group';
import { lookup } from './lookup';
import { copyOf } from './set-field';
import { requireCount, requireDocument, stagesOf, type StageRunner } from './stage';
import { unwind } from './unwind';

const idFirst = (document: Document): Document => {
  const copy = emptyDocument();
  const id = document['_id'];
  if (id !== undefined) copy['_id'] = id;
  return Object.assign(copy, copyOf(document));
};

const match: StageRunner = (documents, value, { variables }) => {
  const matches = compileQuery(requireDocument(value, '$match'), variables);
  return (function* matched(): Iterable<Document> {
    for (const document of documents) if (matches(document)) yield document;
  })();
};

const skip: StageRunner = (documents, value) => {
  const count = requireCount(value, '$skip');
  return (function* rest(): Iterable<Document> {
    let position = 0;
    for (const document of documents) {
      position += 1;
      if (position > count) yield document;
    }
  })();
};

/** Takes no document more than it gives. */
const limit: StageRunner = (documents, value) => {
  const most = requireCount(value, '$limit', 1);
  return (function* limited(): Iterable<Document> {
    let position = 0;
    for (const document of documents) {
      yield document;
      position += 1;
      if (position === most) return;
    }
  })();
};

const count: StageRunner = (documents, value) => {
  if (typeof value !== 'string' || value === '') throw badRequest('$count needs a name');
  let total = 0;
  for (const iterator = documents[Symbol.iterator](); !iterator.next().done; ) total += 1;
  // Of nothing MongoDB counts nothing: no document, not a zero.
  if (total === 0) return [];
  const counted = emptyDocument();
  counted[value] = total;
  return [counted];
};

const facet: StageRunner = (documents, value, { run, variables }) => {
  const all = [...documents];
  const facets = emptyDocument();
  for (const [name, stages] of entriesOf(requireDocument(value, '$facet'))) {
    facets[name] = [...run(all, stagesOf(stages), variables)];
  }
  return [facets];
};

/** Each document once; mingo draws the same one again. */
const sample: StageRunner = (documents, value) => {
  const size = requireCount(requireDocument(value, '$sample')['size'] ?? null, '$sample', 1);
  const drawn: Document[] = [];
  let seen = 0;
  for (const document of documents) {
    seen += 1;
    if (drawn.length < size) drawn.push(document);
    else {
      const place = randomInt(seen);
      if (place < size) drawn[place] = document;
    }
  }
  return drawn;
};

const project: StageRunner = (documents, value, { variables }) => {
  if (Object.keys(requireDocument(value, '$project')).length === 0) {
    throw badRequest('$project specification must have at least one field');
  }
  const projected = runStage('$project', value, documents, variables);
  return (function* ordered(): Iterable<Document> {
    for (const document of projected) yield idFirst(document);
  })();
};

const geoNear: StageRunner = () => {
  throw badRequest('$geoNear is only valid as the first stage in a pipeline');
};

/** Stages in which mingo 7 differs from MongoDB, or keeps more documents than it needs; $sort is the pipeline's own. */
export const STAGES: Readonly<Record<string, StageRunner>> = {
  $addFields: addFields,
  $bucket: bucket,
  $count: count,
  $facet: facet,
  $geoNear: geoNear,
  $group: group,
  $limit: limit,
  $lookup: lookup,
  $match: match,
  $project: project,
  $sample: sample,
  $set: addFields,
  $skip: skip,
  $sortByCount: sortByCount,
  $unwind: unwind,
};
