/** One document a kind of value; a case gives the ids that a condition finds. */
const DOCUMENTS = [
  {
    _id: 'q1',
    text: '基坑 Alpha',
    n: 1,
    list: [1, 2],
    deep: { x: 1 },
    tags: [{ k: 'a', v: 1 }],
    at: new Date(1000),
  },
  {
    _id: 'q2',
    text: 'beta',
    n: 7,
    list: [3],
    deep: { x: 2 },
    tags: [
      { k: 'a', v: 5 },
      { k: 'b', v: 1 },
    ],
  },
  { _id: 'q3', n: 7.5, list: [], none: null, at: new Date(3000) },
  { _id: 'q4', text: 'Beta 2', n: -3, deep: { x: 1, y: 2 } },
];

const finding = (condition) => async (kit) => {
  const rows = await kit.rows(kit.collection('queries').where(condition(kit)).orderBy('_id', 'asc'));
  return rows.map(({ _id }) => _id).join();
};

exports.prepare = async (kit) => {
  await kit.createCollection('queries');
  await kit.add(kit.collection('queries'), DOCUMENTS);
  await kit.createCollection('places');
  const { Point } = kit.db.Geo;
  const at = (lng, lat) => (kit.sdk === 'wx' ? Point(lng, lat) : new Point(lng, lat));
  await kit.add(kit.collection('places'), [
    { _id: 'g1', place: at(110.35, 20) },
    { _id: 'g2', place: at(110.35, 20.001) },
    { _id: 'g3', place: at(110.35, 20.1) },
  ]);
};

const geo = (kit) => {
  const { Point, LineString, Polygon } = kit.db.Geo;
  const make = (Shape, ...args) => (kit.sdk === 'wx' ? Shape(...args) : new Shape(...args));
  const point = (lng, lat) => make(Point, lng, lat);
  const line = (points) =>
    make(
      LineString,
      points.map(([lng, lat]) => point(lng, lat)),
    );
  return { point, line, polygon: (points) => make(Polygon, [line(points)]) };
};
const placed = (condition) => async (kit) =>
  (await kit.rows(kit.collection('places').where({ place: condition(kit, geo(kit)) })))
    .map(({ _id }) => _id)
    .join();

/** [name, what is asked, what the documents above answer] */
exports.cases = [
  ['eq', finding(({ _ }) => ({ n: _.eq(7) })), 'q2'],
  ['eq of an object, keys in their order', finding(({ _ }) => ({ deep: _.eq({ x: 1, y: 2 }) })), 'q4'],
  ['fields of an object', finding(() => ({ deep: { x: 1 } })), 'q1,q4'],
  ['neq, which a missing field meets', finding(({ _ }) => ({ text: _.neq('beta') })), 'q1,q3,q4'],
  ['gt', finding(({ _ }) => ({ n: _.gt(7) })), 'q3'],
  ['gte', finding(({ _ }) => ({ n: _.gte(7) })), 'q2,q3'],
  ['lt', finding(({ _ }) => ({ n: _.lt(1) })), 'q4'],
  ['lte', finding(({ _ }) => ({ n: _.lte(1) })), 'q1,q4'],
  ['gt of dates', finding(({ _ }) => ({ at: _.gt(new Date(1000)) })), 'q3'],
  ['in', finding(({ _ }) => ({ n: _.in([1, -3, 99]) })), 'q1,q4'],
  ['in of ids', finding(({ _ }) => ({ _id: _.in(['q4', 'q1', 'gone']) })), 'q1,q4'],
  ['nin', finding(({ _ }) => ({ n: _.nin([1, -3]) })), 'q2,q3'],
  ['and', finding(({ _ }) => ({ n: _.and(_.gt(0), _.lt(7.5)) })), 'q1,q2'],
  ['and, as a chain', finding(({ _ }) => ({ n: _.gt(0).and(_.lt(7)) })), 'q1'],
  ['or of one field', finding(({ _ }) => ({ n: _.eq(1).or(_.eq(7)) })), 'q1,q2'],
  ['or of several fields', finding(({ _ }) => _.or([{ n: 1 }, { text: 'beta' }])), 'q1,q2'],
  ['nor', finding(({ _ }) => _.nor([{ n: 1 }, { text: 'beta' }])), 'q3,q4'],
  ['not', finding(({ _ }) => ({ n: _.not(_.gt(1)) })), 'q1,q4'],
  ['exists', finding(({ _ }) => ({ none: _.exists(true) })), 'q3'],
  ['does not exist', finding(({ _ }) => ({ text: _.exists(false) })), 'q3'],
  ['null, which is missing too', finding(() => ({ none: null, text: null })), 'q3'],
  ['mod', finding(({ _ }) => ({ n: _.mod(3, 1) })), 'q1,q2,q3'],
  ['all', finding(({ _ }) => ({ list: _.all([2, 1]) })), 'q1'],
  ['elemMatch of values', finding(({ _ }) => ({ list: _.elemMatch({ $gt: 1, $lt: 3 }) })), 'q1'],
  ['elemMatch of documents', finding(({ _ }) => ({ tags: _.elemMatch({ k: 'a', v: _.gt(1) }) })), 'q2'],
  ['different elements', finding(({ _ }) => ({ 'tags.k': 'b', 'tags.v': 5 })), 'q2'],
  ['size', finding(({ _ }) => ({ list: _.size(0) })), 'q3'],
  ['an element', finding(() => ({ list: 2 })), 'q1'],
  ['an element by its place', finding(() => ({ 'list.0': 3 })), 'q2'],
  ['RegExp', finding(({ db }) => ({ text: db.RegExp({ regexp: '^b', options: 'i' }) })), 'q2,q4'],
  ['RegExp of the language', finding(() => ({ text: /基坑/ })), 'q1'],
  ['expr', finding(({ _, $ }) => _.expr($.gt(['$n', { $size: { $ifNull: ['$list', []] } }]))), 'q2,q3'],
  // 0.001° of latitude is 111 m.
  ['geoNear, the nearest first', placed(({ _ }, { point }) => _.geoNear({ geometry: point(110.35, 20.0008), maxDistance: 1000, minDistance: 0 })), 'g2,g1'],
  ['geoNear, not too near', placed(({ _ }, { point }) => _.geoNear({ geometry: point(110.35, 20), minDistance: 50, maxDistance: 1000 })), 'g2'],
  ['geoWithin', placed(({ _ }, { polygon }) => _.geoWithin({ geometry: polygon([[110.3, 19.9], [110.4, 19.9], [110.4, 20.0005], [110.3, 20.0005], [110.3, 19.9]]) })), 'g1'],
  ['geoWithin a circle', placed(({ _ }) => _.geoWithin({ centerSphere: [[110.35, 20], 200 / 6378100] })), 'g1,g2'],
  ['geoIntersects', placed(({ _ }, { line }) => _.geoIntersects({ geometry: line([[110.35, 20.05], [110.35, 20.2]]) })), 'g3'],
]; // prettier-ignore
