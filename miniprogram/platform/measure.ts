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

/** Where one element stands on the screen, px. */
export interface Placed {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export const placeOf = (asked: Measurable, selector: string): Promise<Placed> =>
  new Promise((resolve, reject) => {
    asked
      .createSelectorQuery()
      .select(selector)
      .boundingClientRect()
      .exec(([place]: (Placed | null)[]) =>
        place ? resolve(place) : reject(new Error(`nothing stands at ${selector}`)),
      );
  });

/** A canvas of type 2d, to be drawn on. */
export const canvasOf = (asked: Measurable, selector: string): Promise<WechatMiniprogram.Canvas> =>
  new Promise((resolve, reject) => {
    asked
      .createSelectorQuery()
      .select(selector)
      .fields({ node: true })
      .exec(([found]: ({ node: WechatMiniprogram.Canvas } | null)[]) =>
        found ? resolve(found.node) : reject(new Error(`no canvas at ${selector}`)),
      );
  });

/** Height of what a page has of the screen, px. */
export const screenHeight = (): number => wx.getWindowInfo().windowHeight;
