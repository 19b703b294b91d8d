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

export const showToast = (title: string, icon: string, durationMs: number | undefined): void => {
  hideToast();
  toast = made(`toast toast-${icon}`, title);
  toast.setAttribute('role', 'status');
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

/** Pictures, one at a time, over everything; a tap closes. */
export const showPictures = (addresses: readonly string[], first: number): void => {
  let index = Math.max(0, first);
  const mask = made('pictures');
  const picture = document.createElement('img');
  picture.alt = '';
  const counter = made('pictures-count');
  const show = (): void => {
    picture.src = addresses[index] ?? '';
    counter.textContent = `${index + 1} / ${addresses.length}`;
  };
  mask.append(picture, counter);
  mask.addEventListener('click', () => mask.remove());
  let startX = 0;
  mask.addEventListener('pointerdown', (event) => {
    startX = event.clientX;
  });
  mask.addEventListener('pointerup', (event) => {
    const distance = event.clientX - startX;
    if (Math.abs(distance) < 40) return;
    index = Math.min(addresses.length - 1, Math.max(0, index + (distance < 0 ? 1 : -1)));
    show();
  });
  show();
  shell.layer.append(mask);
};
