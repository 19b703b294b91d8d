/** How many blocks fill the usual screen. */
const BLOCKS = { cards: [0, 1, 2, 3, 4], rows: [0, 1, 2, 3, 4, 5], record: [0], home: [] } as const;

type Shape = keyof typeof BLOCKS;

const isShape = (shape: string): shape is Shape => shape in BLOCKS;

/** Grey blocks where the content will stand, in its shape; they stand still. */
Component({
  properties: {
    /** cards: records; rows: a name and a line each; record: one record with a photo and its process; home: the home page. */
    shape: { type: String, value: 'cards' },
  },
  data: { blocks: BLOCKS.cards as readonly number[] },
  observers: {
    shape(shape: string) {
      this.setData({ blocks: BLOCKS[isShape(shape) ? shape : 'cards'] });
    },
  },
});
