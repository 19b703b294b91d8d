import { badRequest } from '../../gateway/errors';
import { nearOf, nearestPlace } from '../../match/operators/geo';
import { emptyDocument, isDocument, type Document, type Value } from '../../values/value';
import { noCost, unordered, type Cost } from '../find';
import type { Reader } from '../reader';
import { withField } from './set-field';
import { requireDocument } from './stage';

/** The service's bound unless another is given. */
const DEFAULT_LIMIT = 100;

const documentOf = (...entries: readonly (readonly [string, Value | undefined])[]): Document => {
  const document = emptyDocument();
  for (const [name, value] of entries) if (value !== undefined) document[name] = value;
  return document;
};

/**
 * $geoNear: nearest first, with the distance in metres times the multiplier where `distanceField` says; documents
 * come by an index of places where one helps.
 */
export const geoNear = (
  reader: Reader,
  collection: string,
  value: Value,
  cost: Cost = noCost(),
): Document[] => {
  const options = requireDocument(value, '$geoNear');
  const { near, distanceField, key, query, distanceMultiplier, includeLocs, limit } = options;
  if (typeof distanceField !== 'string') throw badRequest('$geoNear needs near and distanceField');
  const path = typeof key === 'string' ? key : 'location';
  const condition = documentOf(
    ['$geometry', near],
    ['$maxDistance', options['maxDistance']],
    ['$minDistance', options['minDistance']],
  );
  const { origin } = nearOf(condition);
  const isNear = documentOf([path, documentOf(['$nearSphere', condition])]);
  const whole = documentOf(['$and', [isDocument(query) ? query : emptyDocument(), isNear]]);
  const factor = typeof distanceMultiplier === 'number' ? distanceMultiplier : 1;
  return [...unordered(reader, { collection, query: whole }, cost)]
    .flatMap((document) => {
      const nearest = nearestPlace(origin, document, path);
      return nearest ? [{ document, ...nearest }] : [];
    })
    .sort((a, b) => a.distance - b.distance)
    .slice(0, typeof limit === 'number' ? limit : DEFAULT_LIMIT)
    .map(({ document, distance, place }) => {
      const measured = withField(document, distanceField, distance * factor);
      return typeof includeLocs === 'string' ? withField(measured, includeLocs, place) : measured;
    });
};
