import { currentPage, lookedAt, textsIn, viewOf } from './dom';
import { arrangementFaults } from './rules/arrangement';
import { clippingFaults } from './rules/clipping';
import { lineFaults } from './rules/lines';
import { paintedFaults } from './rules/painted';
import { sightFaults } from './rules/sight';
import { meetingFaults, pictureFaults, targetFaults } from './rules/targets';
import { treeFaults } from './rules/tree';
import { Scrolling } from './scrolling';

/** What lets fingers through covers a text all the same: for the time of looking nothing lets anything through. */
const untransparent = <T>(look: () => T): T => {
  const style = document.createElement('style');
  style.textContent = '* { pointer-events: auto !important; }';
  document.head.append(style);
  try {
    return look();
  } finally {
    style.remove();
  }
};

window.inspectPage = () => {
  const page = currentPage();
  if (!page) return [{ rule: '页面', what: '没有页面' }];
  const view = viewOf(page);
  const part = lookedAt(page);
  const texts = textsIn(part);
  const scrolling = new Scrolling();
  const faults = [
    ...treeFaults(page),
    ...targetFaults(part),
    ...meetingFaults(part),
    ...pictureFaults(part),
    ...clippingFaults(texts, view.clientWidth),
    ...arrangementFaults(texts),
    ...lineFaults(texts),
    ...paintedFaults(part),
    ...untransparent(() => sightFaults(texts, view, scrolling)),
  ];
  scrolling.restore();
  return [...new Map(faults.map((fault) => [`${fault.rule}${fault.what}`, fault])).values()];
};
