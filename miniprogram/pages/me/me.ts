import { showEntry } from '../../platform/navigation';
import { loadHome } from '../../services/session';
import { failureState, type LoadState } from '../../view/paged-list';

Page({
  data: {
    state: 'loading' as LoadState,
    message: '',
    name: '',
    posts: [] as readonly { position: string; organisation: string; certificate: string | null }[],
  },

  onShow() {
    void this.load();
  },

  async load() {
    try {
      const home = await loadHome();
      if (home.entered) this.setData({ state: 'ready', name: home.me.name, posts: home.me.posts });
      else showEntry();
    } catch (error) {
      this.setData({ state: failureState(error), message: (error as Error).message });
    }
  },
});
