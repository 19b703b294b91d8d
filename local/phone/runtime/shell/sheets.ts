import { made, shell } from './shell';

export const pressable = (className: string, text: string, onPress: () => void): HTMLElement => {
  const node = made(className, text, 'button');
  node.addEventListener('click', onPress);
  return node;
};

export interface Question {
  readonly title: string;
  readonly note?: string;
  readonly content?: readonly HTMLElement[];
  readonly refuse: string;
  readonly allow: string;
}

/** A sheet from below that asks for something. @returns whether the person allows it */
export const ask = ({ title, note, content = [], refuse, allow }: Question): Promise<boolean> =>
  new Promise((resolve) => {
    const mask = made('mask mask-bottom');
    const sheet = made('sheet ask');
    sheet.setAttribute('role', 'dialog');
    sheet.setAttribute('aria-label', title);
    const answer = (isAllowed: boolean): void => {
      mask.remove();
      resolve(isAllowed);
    };
    const buttons = made('ask-buttons');
    buttons.append(
      pressable('ask-refuse', refuse, () => answer(false)),
      pressable('ask-allow', allow, () => answer(true)),
    );
    sheet.append(
      made('ask-program', '质安监督'),
      made('sheet-title', title),
      ...(note ? [made('sheet-note', note)] : []),
      ...content,
      buttons,
    );
    mask.append(sheet);
    shell.layer.append(mask);
  });

export interface Overlay {
  readonly body: HTMLElement;
  readonly close: () => void;
}

/** A page of WeChat's own over the mini program, with a way back. @param onBack after it was closed */
export const openOverlay = (className: string, title: string, onBack: () => void): Overlay => {
  const root = made(`overlay ${className}`);
  root.setAttribute('role', 'dialog');
  root.setAttribute('aria-label', title);
  const close = (): void => root.remove();
  const head = made('overlay-head');
  const back = pressable('overlay-back', '', () => {
    close();
    onBack();
  });
  back.setAttribute('aria-label', '关闭');
  head.append(back, made('overlay-title', title));
  const body = made('overlay-body');
  root.append(head, body);
  shell.layer.append(root);
  return { body, close };
};
