/** What pages hold of a component that has more than properties: a canvas, a map, a video, a camera. */
const nodes = new WeakMap<HTMLElement, object>();

/** @param node what selector queries give for `node` and `context` */
export const keepNode = (host: HTMLElement, node: object): void => {
  nodes.set(host, node);
};

export const nodeOf = (host: HTMLElement): object | undefined => nodes.get(host);
