/** Anything that can be asked where its elements stand: a page or a component. */
export interface Measurable {
  createSelectorQuery(): WechatMiniprogram.SelectorQuery;
}

export interface Box {
  /** px from the top of the screen */
  readonly top: number;
  readonly height: number;
  readonly dataset: Readonly<Record<string, unknown>>;
}

/** The boxes of all elements that match, selector by selector; [] where nothing does. */
export const boxesOf = (asked: Measurable, ...selectors: string[]): Promise<Box[][]> =>
  new Promise((resolve) => {
    const query = asked.createSelectorQuery();
    for (const selector of selectors) query.selectAll(selector).boundingClientRect();
    query.exec((answers: (Box[] | null)[]) => resolve(answers.map((boxes) => boxes ?? [])));
  });

/** Height of what a page has of the screen, px. */
export const screenHeight = (): number => wx.getWindowInfo().windowHeight;
