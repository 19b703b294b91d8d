import { listenerPair, requireKind } from './wx/api';
import type { PageCaller } from './page-view';
import { fileAddress } from './files';
import { urlOf } from './routes';
import { deskTimers } from './foreground';
import { showActionSheet } from './shell/dialogs';
import { ask } from './shell/sheets';
import { made } from './shell/shell';

/** How long WeChat waits for onShareAppMessage's promise. */
const PROMISE_MS = 3000;

export interface ShareCard {
  readonly title: string;
  readonly path: string;
  readonly imageUrl?: string;
}

type ShareAnswer = Partial<ShareCard> & { readonly promise?: Promise<Partial<ShareCard>> };

/** Cards that were sent, for the panel. */
export const sentCards = listenerPair<ShareCard>();

/** Pages that hid their menu's 转发. */
const hidden = new WeakSet<object>();
export const hideShareMenu = (page: object): void => void hidden.add(page);
export const showShareMenu = (page: object): void => void hidden.delete(page);

/** What the page gives, and what its promise gives within three seconds. */
const cardOf = async (page: PageCaller, about: object): Promise<ShareCard> => {
  const own = urlOf({ path: page.route, query: page.options });
  const { promise, ...given } = (page.onShareAppMessage?.(about) ?? {}) as ShareAnswer;
  const late = new Promise<Partial<ShareCard>>((resolve) =>
    deskTimers.setTimeout(() => resolve({}), PROMISE_MS),
  );
  const more = promise ? await Promise.race([promise, late]) : {};
  const card = { title: '质安监督', path: own, ...given, ...more };
  requireKind('title', card.title, 'String');
  requireKind('path', card.path, 'String');
  return card;
};

/** Hands a page's card to somebody, when the person says so. @param from where the person asked */
export const share = async (page: PageCaller, from: 'button' | 'menu', target?: object): Promise<void> => {
  const card = await cardOf(page, { from, ...(target ? { target } : {}) });
  const image = document.createElement('img');
  image.alt = '';
  if (card.imageUrl) image.src = fileAddress(card.imageUrl);
  const box = made('share-card');
  box.append(
    made('share-title', card.title),
    ...(card.imageUrl ? [image] : []),
    made('share-path', card.path),
  );
  if (await ask({ title: '发送给朋友', content: [box], refuse: '取消', allow: '发送' })) sentCards.tell(card);
};

/** The capsule's menu: 转发 only where the page has onShareAppMessage. */
export const openMenu = async (page: PageCaller | undefined, onRestart: () => void): Promise<void> => {
  const canShare = page?.onShareAppMessage !== undefined && !hidden.has(page);
  const items = [...(canShare ? ['转发给朋友'] : []), '重新进入小程序'];
  const index = await showActionSheet(items);
  const item = index === undefined ? undefined : items[index];
  if (item === '转发给朋友' && page) await share(page, 'menu');
  if (item === '重新进入小程序') onRestart();
};
