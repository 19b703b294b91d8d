import { settings, type Point } from '../settings';
import { createMap, nearestPlace } from './map-view';
import { openOverlay, pressable } from './sheets';
import { made } from './shell';

export interface ChosenPlace {
  readonly name: string;
  readonly address: string;
  readonly point: Point;
}

const coordinates = ({ lng, lat }: Point): string => `${lng.toFixed(5)}, ${lat.toFixed(5)}`;

const describe = (point: Point): ChosenPlace => {
  const place = nearestPlace(point);
  const name = place?.label ?? '地图上的点';
  return { name, address: `${name}附近（${coordinates(point)}）`, point };
};

/** wx.chooseLocation's page. @returns undefined when the person goes back */
export const pickOnMap = (start: Point): Promise<ChosenPlace | undefined> =>
  new Promise((resolve) => {
    let chosen = describe(start);
    const { body, close } = openOverlay('map-page', '选择位置', () => resolve(undefined));
    const name = made('map-name', chosen.name);
    const address = made('map-address', chosen.address);
    const show = (point: Point): void => {
      chosen = describe(point);
      name.textContent = chosen.name;
      address.textContent = chosen.address;
    };
    const map = createMap(start, show);
    const buttons = made('ask-buttons');
    buttons.append(
      pressable('ask-refuse', '我的位置', () => {
        map.mark(settings.at);
        show(settings.at);
      }),
      pressable('ask-allow', '完成', () => {
        close();
        resolve(chosen);
      }),
    );
    body.append(map.node, name, address, buttons);
  });

/** wx.openLocation's page. */
export const showOnMap = (point: Point, name: string, address: string): void => {
  const { body } = openOverlay('map-page', '位置', () => undefined);
  body.append(
    createMap(point).node,
    made('map-name', name || coordinates(point)),
    made('map-address', address || coordinates(point)),
  );
};
