import { Component, type Element, type GeneralComponent } from 'glass-easel';
import { component as adapter } from 'glass-easel-miniprogram-adapter';
import { nodeOf } from './builtins/support/handles';
import { boxInPages, boxOf } from './scale';
import { shell } from './shell/shell';

/** What a page or component is to its own script. */
interface Caller {
  readonly _$: GeneralComponent;
}

interface Fields {
  readonly id?: boolean;
  readonly dataset?: boolean;
  readonly mark?: boolean;
  readonly rect?: boolean;
  readonly size?: boolean;
  readonly scrollOffset?: boolean;
  readonly properties?: readonly string[];
  readonly computedStyle?: readonly string[];
  readonly context?: boolean;
  readonly node?: boolean;
}

type Result = Record<string, unknown>;
type Answer = Result | Result[] | null;
type Callback = (answer: Answer) => void;

interface Question {
  readonly caller: Caller;
  /** Nothing asks for the page's window. */
  readonly selector: string | undefined;
  readonly isAll: boolean;
  readonly fields: Fields;
  readonly callback: Callback | undefined;
}

/** px from the page's window, not from the browser's. */
const rectOf = (element: HTMLElement): Result => {
  const { left, top, right, bottom } = boxInPages(element);
  return { left, top, right, bottom };
};

const sizeOf = (element: HTMLElement): Result => {
  const { width, height } = boxOf(element);
  return { width, height };
};

const scrollOf = ({ scrollLeft, scrollTop, scrollWidth, scrollHeight }: HTMLElement): Result => ({
  scrollLeft,
  scrollTop,
  scrollWidth,
  scrollHeight,
});

const valuesOf = (element: Element, fields: Fields): Result => {
  const host = element.$$ as unknown as HTMLElement;
  const data = Component.isComponent(element) ? (element.data as Result) : {};
  const style = fields.computedStyle ? getComputedStyle(host) : undefined;
  return {
    ...(fields.id ? { id: element.id } : {}),
    ...(fields.dataset ? { dataset: element.dataset } : {}),
    ...(fields.mark ? { mark: element.collectMarks() } : {}),
    ...(fields.rect ? rectOf(host) : {}),
    ...(fields.size ? sizeOf(host) : {}),
    ...(fields.scrollOffset ? scrollOf(host) : {}),
    ...Object.fromEntries((fields.properties ?? []).map((name) => [name, data[name]])),
    ...Object.fromEntries(
      (fields.computedStyle ?? []).map((name) => [
        name,
        style?.getPropertyValue(name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)),
      ]),
    ),
    ...(fields.node ? { node: nodeOf(host) ?? null } : {}),
    ...(fields.context ? { context: nodeOf(host) ?? null } : {}),
  };
};

/** The window of the caller's page, which scrolls as a whole. */
const viewportOf = (caller: Caller, fields: Fields): Result => {
  const host = caller._$.$$ as unknown as HTMLElement | null;
  const scroller = host?.closest<HTMLElement>('.phone-page-view') ?? shell.pages;
  const { clientWidth: width, clientHeight: height } = scroller;
  return {
    ...(fields.id ? { id: '' } : {}),
    ...(fields.dataset ? { dataset: {} } : {}),
    ...(fields.rect ? { left: 0, top: 0, right: width, bottom: height } : {}),
    ...(fields.size ? { width, height } : {}),
    ...(fields.scrollOffset ? scrollOf(scroller) : {}),
  };
};

const answerTo = ({ caller, selector, isAll, fields }: Question): Answer => {
  if (selector === undefined) return viewportOf(caller, fields);
  const tree = caller._$.getShadowRoot();
  if (isAll) return (tree?.querySelectorAll(selector) ?? []).map((element) => valuesOf(element, fields));
  const element = tree?.querySelector(selector);
  return element ? valuesOf(element, fields) : null;
};

class NodesRef {
  private readonly ask: (fields: Fields, callback?: Callback) => SelectorQuery;

  constructor(ask: (fields: Fields, callback?: Callback) => SelectorQuery) {
    this.ask = ask;
  }

  fields(fields: Fields, callback?: Callback): SelectorQuery {
    return this.ask(fields, callback);
  }
  boundingClientRect(callback?: Callback): SelectorQuery {
    return this.ask({ id: true, dataset: true, rect: true, size: true }, callback);
  }
  scrollOffset(callback?: Callback): SelectorQuery {
    return this.ask({ id: true, dataset: true, scrollOffset: true }, callback);
  }
  context(callback?: Callback): SelectorQuery {
    return this.ask({ context: true }, callback);
  }
  node(callback?: Callback): SelectorQuery {
    return this.ask({ node: true }, callback);
  }
}

/** Questions about elements of one page or component, answered together and later (docs: SelectorQuery). */
export class SelectorQuery {
  private caller: Caller;
  private readonly questions: Question[] = [];

  constructor(caller: Caller) {
    this.caller = caller;
  }

  in(caller: Caller): this {
    this.caller = caller;
    return this;
  }

  private ref(selector: string | undefined, isAll: boolean): NodesRef {
    return new NodesRef((fields, callback) => {
      this.questions.push({ caller: this.caller, selector, isAll, fields, callback });
      return this;
    });
  }

  select(selector: string): NodesRef {
    return this.ref(selector, false);
  }
  selectAll(selector: string): NodesRef {
    return this.ref(selector, true);
  }
  selectViewport(): NodesRef {
    return this.ref(undefined, false);
  }

  exec(callback?: (answers: Answer[]) => void): void {
    setTimeout(() => {
      const answers = this.questions.map((question) => {
        const answer = answerTo(question);
        question.callback?.(answer);
        return answer;
      });
      callback?.(answers);
    });
  }
}

/** Pages and components ask as WeChat's do: the framework's own query knows no canvas node. */
export const installSelectorQuery = (): void => {
  const prototype = adapter.ComponentCaller.prototype as unknown as {
    createSelectorQuery: () => SelectorQuery;
  };
  prototype.createSelectorQuery = function (this: Caller) {
    return new SelectorQuery(this);
  };
};
