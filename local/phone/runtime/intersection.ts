import type { Element, GeneralComponent } from 'glass-easel';
import { component as adapter } from 'glass-easel-miniprogram-adapter';
import { fromPages, inPhonePx, type Box } from './scale';
import { shell } from './shell/shell';

/** What a page or component is to its own script. */
interface Caller {
  readonly _$: GeneralComponent;
}

interface ObserverOptions {
  readonly thresholds?: readonly number[];
  readonly initialRatio?: number;
  readonly observeAll?: boolean;
}

/** px by which the reference grows on each side. */
type Margins = Partial<Record<'top' | 'right' | 'bottom' | 'left', number>>;

interface Seen {
  readonly id: string;
  readonly dataset: object;
  readonly intersectionRatio: number;
  readonly intersectionRect: object;
  readonly boundingClientRect: object;
  readonly relativeRect: object;
  readonly time: number;
}

const hostOf = (element: Element): HTMLElement => element.$$ as unknown as HTMLElement;

const NOWHERE: Box = { left: 0, top: 0, right: 0, bottom: 0, width: 0, height: 0 };

/** px from the page's window, as selector queries measure. */
const fromWindow = (rect: DOMRectReadOnly | null): Box => fromPages(inPhonePx(rect ?? NOWHERE));

/** At the start WeChat tells of an element when its ratio is not the initial one and has come to a threshold. */
const isToldAtStart = (ratio: number, { thresholds = [0], initialRatio = 0 }: ObserverOptions): boolean =>
  ratio !== initialRatio &&
  thresholds.some((threshold) => (initialRatio - threshold) * (ratio - threshold) <= 0);

/** Watches elements of one page or component come into sight (docs: IntersectionObserver). */
class PhoneIntersectionObserver {
  private readonly caller: Caller;
  private readonly options: ObserverOptions;
  private reference: { readonly selector: string | undefined; readonly margins: Margins } | undefined;
  private readonly running: IntersectionObserver[] = [];

  constructor(caller: Caller, options: ObserverOptions) {
    this.caller = caller;
    this.options = options;
  }

  relativeTo(selector: string, margins: Margins = {}): this {
    this.reference = { selector, margins };
    return this;
  }

  /** The window of the caller's page. */
  relativeToViewport(margins: Margins = {}): this {
    this.reference = { selector: undefined, margins };
    return this;
  }

  private root(selector: string | undefined): HTMLElement | null {
    const own = this.caller._$.$$ as unknown as HTMLElement | null;
    if (selector === undefined) return own?.closest<HTMLElement>('.phone-page-view') ?? shell.pages;
    const element = this.caller._$.getShadowRoot()?.querySelector(selector);
    return element ? hostOf(element) : null;
  }

  private targets(selector: string): Element[] {
    const tree = this.caller._$.getShadowRoot();
    if (this.options.observeAll) return tree?.querySelectorAll(selector) ?? [];
    const first = tree?.querySelector(selector);
    return first ? [first] : [];
  }

  /** @throws Error before relativeTo or relativeToViewport */
  observe(selector: string, tell: (seen: Seen) => void): void {
    if (!this.reference) throw new Error('relativeTo or relativeToViewport should be called before observe');
    const { top = 0, right = 0, bottom = 0, left = 0 } = this.reference.margins;
    const root = this.root(this.reference.selector);
    if (!root) return;
    for (const target of this.targets(selector)) {
      let isFirst = true;
      const observer = new IntersectionObserver(
        (entries) => {
          for (const entry of entries) {
            const isTold = !isFirst || isToldAtStart(entry.intersectionRatio, this.options);
            isFirst = false;
            if (!isTold) continue;
            tell({
              id: target.id,
              dataset: target.dataset ?? {},
              intersectionRatio: entry.intersectionRatio,
              intersectionRect: fromWindow(entry.intersectionRect),
              boundingClientRect: fromWindow(entry.boundingClientRect),
              relativeRect: fromWindow(entry.rootBounds),
              time: Date.now(),
            });
          }
        },
        {
          root,
          rootMargin: `${top}px ${right}px ${bottom}px ${left}px`,
          threshold: [...(this.options.thresholds ?? [0])],
        },
      );
      observer.observe(hostOf(target));
      this.running.push(observer);
    }
  }

  disconnect(): void {
    for (const observer of this.running.splice(0)) observer.disconnect();
  }
}

/** Pages and components observe as WeChat's do: the framework's own tells at the start of what it should be silent about. */
export const installIntersectionObserver = (): void => {
  const prototype = adapter.ComponentCaller.prototype as unknown as Record<string, unknown>;
  prototype['createIntersectionObserver'] = function (this: Caller, options: ObserverOptions = {}) {
    return new PhoneIntersectionObserver(this, options);
  };
};
