import { currentPage, textsIn } from './dom';
import {
  clippingFaults,
  contrastFaults,
  coveredFaults,
  overlapFaults,
  pictureFaults,
  targetFaults,
  treeFaults,
  type Fault,
} from './rules';

declare global {
  interface Window {
    /** Looks at the page on the screen; runs in the browser. */
    inspectPage: () => Fault[];
  }
}

const scroller = (page: HTMLElement): HTMLElement => page.closest<HTMLElement>('.phone-page-view') ?? page;

window.inspectPage = () => {
  const page = currentPage();
  if (!page) return [{ rule: '页面', what: '没有页面' }];
  const view = scroller(page);
  const texts = textsIn(page);
  const faults = [
    ...treeFaults(page),
    ...contrastFaults(texts),
    ...targetFaults(page),
    ...pictureFaults(page),
    ...clippingFaults(texts, view.clientWidth),
    ...overlapFaults(texts),
  ];
  view.scrollTop = view.scrollHeight;
  faults.push(...coveredFaults(textsIn(page)));
  view.scrollTop = 0;
  return [...new Map(faults.map((fault) => [`${fault.rule}${fault.what}`, fault])).values()];
};
