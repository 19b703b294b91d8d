import path from 'node:path';
import simulate from 'miniprogram-simulate';

const MINIPROGRAM = path.resolve(__dirname, '../../miniprogram');

/** What render gives back, as far as tests use it: the tool's own types leave half of it out. */
export interface Rendered {
  readonly dom?: HTMLElement;
  readonly instance: { readonly data: Record<string, unknown> } & Record<string, (event: object) => void>;
  querySelector(selector: string): Rendered | undefined;
  querySelectorAll(selector: string): Rendered[];
  setData(data: object): void;
  dispatchEvent(name: string, options?: object): void;
  attach(parent: Node): void;
  addEventListener(name: string, handler: (event: { detail: unknown }) => void): void;
}

/** Loads once a component: a second load of a path in one file renders nothing (a known fault of the tool). */
export const loadComponent = (name: string, folder = 'components'): string =>
  simulate.load(path.join(MINIPROGRAM, `${folder}/${name}/${name}`), name, { rootPath: MINIPROGRAM });

/** On a page of its own. */
export const renderOn = (id: string, properties: object): Rendered => {
  const component = simulate.render(id, properties) as unknown as Rendered;
  component.attach(document.createElement('div'));
  return component;
};

export const textOf = (component: Rendered | undefined): string =>
  (component?.dom?.textContent ?? '').replace(/\s+/g, ' ').trim();
