import { showModal } from './shell/dialogs';

export interface ShareRequest {
  readonly from: 'button' | 'menu';
  readonly target?: object;
}

export interface ShareContent {
  readonly title?: string;
  readonly path?: string;
  readonly imageUrl?: string;
  readonly promise?: Promise<ShareContent>;
}

/** WeChat waits so long for the promise of onShareAppMessage, ms. */
const PROMISE_MS = 3000;

let ask: (request: ShareRequest) => ShareContent | undefined = () => undefined;

/** @param answer asks the page shown, as its onShareAppMessage answers */
export const setSharer = (answer: typeof ask): void => {
  ask = answer;
};

const settled = async (content: ShareContent): Promise<ShareContent> => {
  if (!content.promise) return content;
  const late = new Promise<ShareContent>((resolve) => setTimeout(() => resolve(content), PROMISE_MS));
  return Promise.race([content.promise, late]);
};

/** Sends the page to a friend: what the friend would see and open is shown in place of WeChat's list of friends. */
export const shareFromPage = (request: ShareRequest): void => {
  const content = ask(request);
  if (!content) return;
  void settled(content).then(({ title = '', path = '' }) =>
    showModal({ title: '转发给朋友', content: `${title}\n${path}`, confirmText: '发送' }),
  );
};
