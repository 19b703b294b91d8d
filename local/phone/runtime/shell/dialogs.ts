import { countAsTap } from '../tapping';
import { pointOn } from '../scale';
import { made, shell } from './shell';

export interface ModalOptions {
  readonly title?: string;
  readonly content?: string;
  readonly showCancel?: boolean;
  readonly cancelText?: string;
  readonly confirmText?: string;
  readonly editable?: boolean;
  readonly placeholderText?: string;
}

export interface ModalAnswer {
  readonly confirm: boolean;
  readonly cancel: boolean;
  readonly content?: string;
}

const button = (className: string, text: string, onClick: () => void): HTMLElement => {
  const node = made(className, text, 'button');
  node.addEventListener('click', onClick);
  return node;
};

/** WeChat's modal; answers when a button was pressed. */
export const showModal = (options: ModalOptions): Promise<ModalAnswer> =>
  new Promise((resolve) => {
    const mask = made('mask');
    const box = made('modal');
    box.setAttribute('role', 'alertdialog');
    box.setAttribute('aria-modal', 'true');
    const field = options.editable ? document.createElement('textarea') : undefined;
    if (field) {
      field.className = 'phone-modal-field';
      field.value = options.content ?? '';
      field.placeholder = options.placeholderText ?? '';
    }
    const answer = (confirm: boolean): void => {
      mask.remove();
      // A button of a modal is tapped too: 去设置 opens the settings.
      countAsTap();
      resolve({ confirm, cancel: !confirm, ...(field && confirm ? { content: field.value } : {}) });
    };
    const buttons = made('modal-buttons');
    if (options.showCancel !== false) {
      buttons.append(button('modal-cancel', options.cancelText ?? '取消', () => answer(false)));
    }
    buttons.append(button('modal-confirm', options.confirmText ?? '确定', () => answer(true)));
    if (options.title) box.append(made('modal-title', options.title));
    box.append(field ?? made('modal-content', options.content ?? ''), buttons);
    mask.append(box);
    shell.layer.append(mask);
  });

let toast: HTMLElement | undefined;
let toastEnd: ReturnType<typeof setTimeout> | undefined;

export const hideToast = (): void => {
  clearTimeout(toastEnd);
  toast?.remove();
  toast = undefined;
};

/** @param isMasking whether what is below takes no touches meanwhile */
export const showToast = (
  title: string,
  icon: string,
  durationMs: number | undefined,
  isMasking = false,
): void => {
  hideToast();
  const bubble = made(`toast toast-${icon}`, title);
  bubble.setAttribute('role', 'status');
  toast = bubble;
  if (isMasking) {
    toast = made('toast-mask');
    toast.append(bubble);
  }
  shell.layer.append(toast);
  if (durationMs !== undefined) toastEnd = setTimeout(hideToast, durationMs);
};

/** @returns the index chosen, or undefined */
export const showActionSheet = (items: readonly string[]): Promise<number | undefined> =>
  new Promise((resolve) => {
    const mask = made('mask mask-bottom');
    const sheet = made('sheet');
    const choose = (index: number | undefined): void => {
      mask.remove();
      resolve(index);
    };
    sheet.append(...items.map((item, index) => button('sheet-item', item, () => choose(index))));
    sheet.append(button('sheet-item sheet-cancel', '取消', () => choose(undefined)));
    mask.append(sheet);
    mask.addEventListener('click', (event) => {
      if (event.target === mask) choose(undefined);
    });
    shell.layer.append(mask);
  });

export interface Picture {
  readonly address: string;
  readonly isVideo: boolean;
}

const SWIPE_PX = 40;

/** Pictures and videos, one at a time, over everything; a swipe turns, a tap closes. */
export const showPictures = (pictures: readonly Picture[], first: number): void => {
  let index = Math.min(pictures.length - 1, Math.max(0, first));
  const mask = made('pictures');
  mask.setAttribute('role', 'dialog');
  mask.setAttribute('aria-label', '预览');
  const frame = made('pictures-frame');
  const counter = made('pictures-count');
  const show = (): void => {
    const { address, isVideo } = pictures[index] ?? { address: '', isVideo: false };
    const node = document.createElement(isVideo ? 'video' : 'img');
    node.src = address;
    // The mouse turns it: the browser would carry the picture away.
    node.draggable = false;
    if (node instanceof HTMLVideoElement) node.controls = true;
    else node.alt = '';
    frame.replaceChildren(node);
    counter.textContent = `${index + 1} / ${pictures.length}`;
  };
  mask.append(frame, counter);
  let startX = 0;
  let hasTurned = false;
  mask.addEventListener('pointerdown', (event) => {
    startX = pointOn(event).x;
    hasTurned = false;
  });
  mask.addEventListener('pointerup', (event) => {
    const distance = pointOn(event).x - startX;
    if (Math.abs(distance) < SWIPE_PX) return;
    hasTurned = true;
    index = Math.min(pictures.length - 1, Math.max(0, index + (distance < 0 ? 1 : -1)));
    show();
  });
  mask.addEventListener('click', (event) => {
    if (!hasTurned && !(event.target instanceof HTMLVideoElement)) mask.remove();
  });
  show();
  shell.layer.append(mask);
};
