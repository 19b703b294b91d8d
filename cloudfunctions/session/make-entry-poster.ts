import * as v from 'valibot';
import { permits } from '../../miniprogram/domain/access/permits';
import { VERB_NAMES } from '../../miniprogram/domain/access/verbs';
import { DomainError } from '../../miniprogram/domain/errors';
import type { Actor } from '../../miniprogram/domain/people/post';
import { ENTRY_PAGE } from '../../miniprogram/domain/project/project-code';
import { defineAction } from '../_shared/define-action';
import { recordId } from '../_shared/inputs';
import { codePicture } from '../_shared/mini-program-code';
import { allStations, stationsById, type Station } from './station-repository';

/** Stations whose poster the person may have, their own first. */
const stationsOf = async (actor: Actor): Promise<Station[]> => {
  const own = actor.posts.flatMap((post) => (post.kind === 'station' ? [post.stationId] : []));
  const isProvince = actor.posts.some((post) => post.role === 'province');
  const found = isProvince ? await allStations() : await stationsById(own);
  return found
    .filter(({ _id }) =>
      permits(actor, 'station.poster', { stationId: _id, projectId: '', supervisorIds: [] }),
    )
    .sort((a, b) => Number(own.includes(b._id)) - Number(own.includes(a._id)) || (a._id < b._id ? -1 : 1));
};

/** 入口码海报: the code on a station's wall that opens the entry (manual 1.1), and which stations there are to choose. */
export const makeEntryPoster = defineAction({
  input: v.strictObject({ stationId: v.nullable(recordId) }),
  load: () => Promise.resolve(null),
  async run({ actor, now }, { stationId }) {
    const stations = await stationsOf(actor);
    const station = stationId === null ? stations[0] : stations.find(({ _id }) => _id === stationId);
    if (!station) throw new DomainError('access.denied', { what: VERB_NAMES['station.poster'] });
    const fileID = await codePicture(
      { key: `entry.${station._id}`, page: ENTRY_PAGE, scene: station._id },
      now,
    );
    return {
      fileID,
      stationId: station._id,
      stationName: station.name,
      stations: stations.map(({ _id, name }) => ({ stationId: _id, name })),
    };
  },
});
