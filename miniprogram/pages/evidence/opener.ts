type Channel = WechatMiniprogram.EventChannel;

/** The page's end of the channel to the one that opened it; null where nobody did: a link, or after a restart. */
export const openerOf = (page: {
  getOpenerEventChannel(): Channel | WechatMiniprogram.EmptyEventChannel;
}): Channel | null => {
  const channel = page.getOpenerEventChannel();
  return channel.emit ? (channel as Channel) : null;
};
