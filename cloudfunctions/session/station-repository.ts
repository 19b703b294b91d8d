import { collection, command } from '../_shared/database';

export interface Station {
  readonly _id: string;
  readonly name: string;
}

const STATIONS = 'stations';
/** A province has one station a city or county and its own. */
const MOST_STATIONS = 200;

export const allStations = async (): Promise<Station[]> =>
  (await collection<Station>(STATIONS).where({}).field({ name: true }).limit(MOST_STATIONS).get()).data;

export const stationsById = async (stationIds: readonly string[]): Promise<Station[]> =>
  (
    await collection<Station>(STATIONS)
      .where({ _id: command.in(stationIds) })
      .field({ name: true })
      .limit(MOST_STATIONS)
      .get()
  ).data;
