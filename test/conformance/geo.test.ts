import { startTestCloud, type TestCloud } from '../support/cloud';

let started: TestCloud;

/** The SDK has them all; its types name only the point. */
interface Shapes {
  readonly Point: new (lng: number, lat: number) => object;
  readonly LineString: new (points: readonly object[]) => object;
  readonly Polygon: new (lines: readonly object[]) => object;
}
const shapes = (): Shapes => started.database.Geo as unknown as Shapes;

/** At 20° north a thousandth of a degree of latitude is 111.3 m (6 378 100 m · π / 180 / 1000). */
const SITES = [
  ['gate', 110.35, 20.0],
  ['tower', 110.35, 20.001],
  ['office', 110.35, 20.01],
  ['far', 109.5, 18.25],
] as const;

beforeAll(async () => {
  started = await startTestCloud();
  const { database } = started;
  await database.createCollection('sites');
  for (const [_id, lng, lat] of SITES) {
    await database.collection('sites').add({ _id, location: new database.Geo.Point(lng, lat) });
  }
  await database.collection('sites').add({ _id: 'nowhere' });
});
afterAll(() => started.close());

const sites = () => started.database.collection('sites');
const idsOf = (rows: { _id: string }[]): string[] => rows.map(({ _id }) => _id);

describe('geo', () => {
  test('near gives the nearest first, within metres', async () => {
    const { command: _, Geo } = started.database;
    const near = (maxDistance: number, minDistance = 0) =>
      sites()
        .where({
          location: _.geoNear({ geometry: new Geo.Point(110.35, 20.0002), maxDistance, minDistance }),
        })
        .get();
    expect(idsOf((await near(5000)).data)).toEqual(['gate', 'tower', 'office']);
    expect(idsOf((await near(100)).data)).toEqual(['gate', 'tower']);
    expect(idsOf((await near(80)).data)).toEqual(['gate']);
    expect(idsOf((await near(5000, 50)).data)).toEqual(['tower', 'office']);
  });

  test('near beside other conditions, however they are joined, gives the nearest first', async () => {
    const { command: _, Geo } = started.database;
    const near = _.geoNear({ geometry: new Geo.Point(110.35, 20.012), maxDistance: 5000, minDistance: 0 });
    const either = _.or({ _id: 'gate' }, { _id: 'office' });
    expect(
      idsOf(
        (
          await sites()
            .where(_.and(either, { location: near }))
            .get()
        ).data,
      ),
    ).toEqual(['office', 'gate']);
    expect(
      idsOf(
        (
          await sites()
            .where(_.and(either, { location: near }))
            .limit(1)
            .get()
        ).data,
      ),
    ).toEqual(['office']);
  });

  test('within a polygon and a circle', async () => {
    const { command: _ } = started.database;
    const Geo = shapes();
    const corner = (lng: number, lat: number) => new Geo.Point(lng, lat);
    const square = new Geo.Polygon([
      new Geo.LineString([
        corner(110.34, 19.99),
        corner(110.36, 19.99),
        corner(110.36, 20.005),
        corner(110.34, 20.005),
        corner(110.34, 19.99),
      ]),
    ]);
    const inside = await sites()
      .where({ location: _.geoWithin({ geometry: square }) })
      .get();
    expect(idsOf(inside.data).sort()).toEqual(['gate', 'tower']);
    const circle = await sites()
      .where({ location: _.geoWithin({ centerSphere: [[110.35, 20.0], 500 / 6_378_100] }) })
      .get();
    expect(idsOf(circle.data).sort()).toEqual(['gate', 'tower']);
  });

  test('a line that passes a point intersects it', async () => {
    const { command: _ } = started.database;
    const Geo = shapes();
    const line = new Geo.LineString([new Geo.Point(110.35, 19.9), new Geo.Point(110.35, 20.005)]);
    const crossed = await sites()
      .where({ location: _.geoIntersects({ geometry: line }) })
      .get();
    expect(idsOf(crossed.data).sort()).toEqual(['gate', 'tower']);
  });

  test('geoNear of a pipeline writes the distance in metres', async () => {
    const { Geo } = started.database;
    const { data } = await sites()
      .aggregate()
      .geoNear({
        near: new Geo.Point(110.35, 20.0),
        distanceField: 'metres',
        key: 'location',
        maxDistance: 2000,
        spherical: true,
      })
      .end();
    expect(idsOf(data)).toEqual(['gate', 'tower', 'office']);
    expect(data[1].metres).toBeCloseTo(111.3, 1);
  });
});
