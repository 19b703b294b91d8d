const ENTRY_PAGE = 'pages/entry/entry';

const queryOf = (options: Record<string, string | undefined>): string =>
  Object.entries(options)
    .map(([key, value]) => `${key}=${encodeURIComponent(value ?? '')}`)
    .join('&');

/** To the entry, remembering where the person was going; once, however many calls were refused. */
export const showEntry = (): void => {
  const pages = getCurrentPages();
  const current = pages[pages.length - 1];
  if (!current || current.route === ENTRY_PAGE) return;
  const query = queryOf(current.options);
  const back = `/${current.route}${query ? `?${query}` : ''}`;
  void wx.reLaunch({ url: `/${ENTRY_PAGE}?back=${encodeURIComponent(back)}` });
};

export const TAB_PAGES: readonly string[] = ['/pages/home/home', '/pages/todo/todo', '/pages/me/me'];

/** From the entry to where the person was going; only pages of our own. */
export const leaveEntry = (back: string): void => {
  const isOwnPage = /^\/pages\/[\w/-]+(\?.*)?$/.test(back);
  void wx.reLaunch({ url: isOwnPage ? back : '/pages/home/home' });
};
