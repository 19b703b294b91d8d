import { CurrentWindowBackendContext } from 'glass-easel';
import { resolveLengths } from './units';

type BackendDocument = CurrentWindowBackendContext['document'];
type BackendElement = ReturnType<BackendDocument['createElement']>;

/** Inline styles may be in rpx too. */
const withLengths = (element: HTMLElement): HTMLElement => {
  const write = element.setAttribute.bind(element);
  element.setAttribute = (name, value) =>
    write(name, name === 'style' ? resolveLengths(String(value)) : value);
  return element;
};

const createElement = (tag: string): HTMLElement => withLengths(document.createElement(`wx-${tag}`));

/**
 * glass-easel on this document: elements are named wx-…, stylesheets are added once, and events are delivered by
 * our own gestures.
 */
export class PhoneBackend extends CurrentWindowBackendContext {
  private readonly sheets = new Map<string, string>();
  private readonly appended = new Map<string, HTMLStyleElement>();

  constructor() {
    super();
    this.document = {
      createElement: (tag) => createElement(tag) as unknown as BackendElement,
      createTextNode: (content) => document.createTextNode(content) as unknown as BackendElement,
      createDocumentFragment: () => document.createDocumentFragment() as unknown as BackendElement,
    };
  }

  override registerStyleSheetContent(path: string, content: unknown): void {
    this.sheets.set(path, String(content));
  }

  override appendStyleSheetPath(path: string): number {
    const content = this.sheets.get(path);
    if (content && !this.appended.has(path)) {
      const style = document.createElement('style');
      this.appended.set(path, style);
      style.dataset['unit'] = path;
      style.textContent = resolveLengths(content);
      document.head.append(style);
    }
    return 0;
  }

  /** The screen has another width: rpx mean other px. Inline styles follow when their data change. */
  resolveAgain(): void {
    for (const [path, style] of this.appended) {
      style.textContent = resolveLengths(this.sheets.get(path) ?? '');
    }
  }

  override disableStyleSheet(): void {
    // A sheet is added once for every root that uses it: it stays.
  }

  override onEvent(): void {
    // gestures.ts delivers.
  }

  override setListenerStats(): void {
    // gestures.ts listens on the whole screen.
  }
}
