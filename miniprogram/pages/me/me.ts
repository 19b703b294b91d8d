import { mayEver } from '../../domain/access/permits';
import { confirm, tellDone, tellFailure } from '../../platform/dialogs';
import { clearCache, cacheSize } from '../../platform/cache';
import { currentLook } from '../../platform/look';
import { showEntry } from '../../platform/navigation';
import { loadHome, type Me } from '../../services/session';
import { lookWords } from '../../view/look-words';
import { failedRead, type LoadState } from '../../view/load-state';

Page({
  data: {
    state: 'loading' as LoadState,
    message: '',
    name: '',
    posts: [] as Me['posts'],
    /** Who may hang up the code of a station has it here. */
    hasPoster: false,
    look: '',
    cache: '',
  },

  onShow() {
    void this.load();
  },

  async load() {
    try {
      const [home, cache] = await Promise.all([loadHome(), cacheSize()]);
      const settings = { look: lookWords(currentLook()), cache };
      if (home.entered)
        this.setData({
          ...{ state: 'ready', message: '', ...settings, name: home.me.name, posts: home.me.posts },
          hasPoster: mayEver(home.me.roles, 'station.poster'),
        });
      else showEntry();
    } catch (error) {
      this.setData(failedRead(error, this.data.state === 'ready'));
    }
  },

  onOpen(event: WechatMiniprogram.TouchEvent<object, object, { url: string }>) {
    void wx.navigateTo({ url: event.currentTarget.dataset.url });
  },

  async onClearCache() {
    const agreed = await confirm(
      '清理缓存',
      '清除本机保存的术语目录等，下次使用时重新获取。不影响已提交的记录和您的设置',
      '清理',
    );
    if (!agreed) return;
    await clearCache();
    this.setData({ cache: await cacheSize() });
    tellDone('已清理');
  },

  async onPrivacy() {
    try {
      await wx.openPrivacyContract({});
    } catch (error) {
      void tellFailure(error);
    }
  },
});
