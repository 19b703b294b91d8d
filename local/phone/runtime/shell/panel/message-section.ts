import { deskTimers } from '../../foreground';
import { restart } from '../../restart';
import { sentCards, type ShareCard } from '../../share';
import { settings } from '../../settings';
import { made, shell } from '../shell';
import { button, note, section } from './controls';

interface Message {
  readonly at: number;
  readonly templateId: string;
  readonly page?: string;
  readonly data: Readonly<Record<string, { readonly value: string }>>;
}

const LOOK_EVERY_MS = 4000;
const SHOWN = 5;

const timeOf = (at: number): string => new Date(at).toLocaleString('zh-CN', { hour12: false });

const openPage = (path: string): void => void restart({ path: path.startsWith('/') ? path : `/${path}` });

const messageCard = ({ at, templateId, page, data }: Message): HTMLElement => {
  const card = made('panel-card');
  card.append(
    made('panel-card-title', templateId),
    ...Object.values(data).map(({ value }) => made('panel-card-line', value)),
    made('panel-note', timeOf(at)),
  );
  if (page) card.append(button('打开', () => openPage(page)));
  return card;
};

const shareCard = ({ title, path }: ShareCard): HTMLElement => {
  const card = made('panel-card');
  card.append(
    made('panel-card-title', title),
    made('panel-card-line', path),
    made('panel-note', '刚刚转发的卡片'),
  );
  card.append(button('打开', () => openPage(path)));
  return card;
};

const isSeen = (): boolean => shell.panel.checkVisibility() && document.visibilityState === 'visible';

const read = async (): Promise<readonly Message[] | undefined> => {
  if (!isSeen() || !/^\d{11}$/.test(settings.as)) return undefined;
  const response = await fetch(`/panel/messages?phone=${settings.as}`).catch(() => undefined);
  return response?.ok ? ((await response.json()) as { messages: readonly Message[] }).messages : undefined;
};

/** What WeChat delivered to this phone, and what was handed on from it. */
export const messageSection = (): HTMLElement => {
  const cards = made('panel-list');
  const messages = made('panel-list');
  const load = async (): Promise<void> => {
    const list = await read();
    if (!list) return;
    messages.replaceChildren(
      ...(list.length === 0 ? [note('还没有收到订阅消息')] : list.slice(0, SHOWN).map(messageCard)),
    );
  };
  sentCards.on((card) => cards.prepend(shareCard(card)));
  deskTimers.setTimeout(() => void load());
  deskTimers.setInterval(() => void load(), LOOK_EVERY_MS);
  return section('收到的消息', cards, messages);
};
