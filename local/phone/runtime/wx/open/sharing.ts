import type { PageStack } from '../../page-stack';
import { hideShareMenu, showShareMenu } from '../../share';
import { api } from '../api';

export const sharing = (stack: PageStack) => {
  const onPage = (change: (page: object) => void) => () => {
    const page = stack.callers().pop();
    if (page) change(page);
    return {};
  };
  return {
    showShareMenu: api('showShareMenu', onPage(showShareMenu)),
    hideShareMenu: api('hideShareMenu', onPage(hideShareMenu)),
    updateShareMenu: api('updateShareMenu', () => ({})),
  };
};
