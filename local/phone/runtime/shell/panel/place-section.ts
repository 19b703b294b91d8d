import { pointOf, server, settings, writeAddress, type Point } from '../../settings';
import { createMap } from '../map-view';
import { choice, field, labelled, row, section, select } from './controls';

const LEAST_ACCURACY_M = 1;

const text = ({ lng, lat }: Point): string => `${lng},${lat}`;

/** Where the person stands: a division, a touched point of the map, or typed coordinates (GCJ-02). */
export const placeSection = (): HTMLElement => {
  const { places } = server();
  const stand = (point: Point | undefined): void => {
    if (!point) {
      typed.value = text(settings.at);
      return;
    }
    settings.at = point;
    writeAddress('at', text(point));
    typed.value = text(point);
    list.value = places.some((place) => text(place) === text(point)) ? text(point) : '';
    map.mark(point);
  };
  const list = select(
    '地点',
    [['', '其他地点'], ...places.map((place) => [text(place), place.label] as const)],
    text(settings.at),
    (point) => point && stand(pointOf(point)),
  );
  const typed = field('经度,纬度', text(settings.at), (given) => stand(pointOf(given)));
  const map = createMap(settings.at, stand);
  const accuracy = field('精度（米）', String(settings.accuracy), (given) => {
    const metres = Number(given);
    if (metres >= LEAST_ACCURACY_M) settings.accuracy = metres;
    accuracy.value = String(settings.accuracy);
  });
  accuracy.inputMode = 'numeric';
  return section(
    '站在哪里',
    list,
    map.node,
    row(typed, labelled('精度', accuracy, '米')),
    choice(
      '定位来源',
      [
        ['panel', '面板的点'],
        ['browser', '浏览器定位'],
        ['off', '定位关闭'],
      ],
      settings.isLocationOn ? settings.positionFrom : 'off',
      (source) => {
        settings.isLocationOn = source !== 'off';
        settings.positionFrom = source === 'browser' ? 'browser' : 'panel';
      },
    ),
  );
};
