/** A state: a word with its sign, in a tone; readable without the colour. */
Component({
  properties: {
    /** { word, tone, sign } of view/inspection-view */
    tag: Object,
  },
});
