import { chooseLook, currentLook, type Look } from '../../../platform/look';
import { THEME_WORDS, TYPE_WORDS } from '../../../view/look-words';

const rows = <V>(words: readonly { readonly value: V; readonly word: string }[], chosen: V) =>
  words.map(({ value, word }, index) => ({ index, word, isChosen: value === chosen }));

const chosenRows = () => {
  const { type, theme } = currentLook();
  return { types: rows(TYPE_WORDS, type), themes: rows(THEME_WORDS, theme) };
};

type Choice = WechatMiniprogram.TouchEvent<object, object, { index: number }>;

Page({
  data: {
    ...{
      types: [] as ReturnType<typeof chosenRows>['types'],
      themes: [] as ReturnType<typeof chosenRows>['themes'],
    },
    sample: { word: '待审核', tone: 'waiting', sign: '…' },
  },

  onLoad() {
    this.setData(chosenRows());
  },

  onType(event: Choice) {
    const choice = TYPE_WORDS[event.currentTarget.dataset.index];
    if (choice) this.choose({ type: choice.value });
  },

  onTheme(event: Choice) {
    const choice = THEME_WORDS[event.currentTarget.dataset.index];
    if (choice) this.choose({ theme: choice.value });
  },

  choose(change: Partial<Look>) {
    chooseLook(change);
    this.setData(chosenRows());
    this.selectComponent('#frame').dress();
  },
});
