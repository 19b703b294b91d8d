import { boxesOf, screenHeight, type Measurable } from '../platform/measure';
import { windowedRows, type WindowPatch } from '../view/windowed-rows';

interface Host extends Measurable {
  setData(data: object, drawn?: () => void): void;
}

/** How much of the screen the list of a sheet has at most: below the title, the search and above the foot. */
const SHEET_SHARE = 0.6;
export const sheetListHeight = (): number => screenHeight() * SHEET_SHARE;

/** A scroll-view goes to the top when it is told another place than the last time: these two are the same to the eye. */
export const topAgain = (scrollTop: number): number => (scrollTop === 0 ? 0.1 : 0);

/** How high the chunks of a sheet's list stand; of a sheet that is not on the screen yet, nothing is known. */
export const measureChunks = async (host: Measurable) => {
  const [chunks = []] = await boxesOf(host, '.chunk');
  return chunks
    .filter(({ height }) => height > 0)
    .map(({ dataset, height }) => ({ number: Number(dataset['number']), height }));
};

/**
 * The rows of a sheet that are drawn, of a list that is in memory. The template has `.chunk` around each chunk and
 * nothing above them in the scroll-view.
 * @param chunkHeight how high a chunk stands about, px
 */
export const drawnRows = <Row>(host: Host, chunkHeight: number) => {
  let rows = windowedRows<Row>(chunkHeight, sheetListHeight());

  const send = (patch: WindowPatch): void => {
    const mine = rows;
    host.setData(patch, () => {
      void measureChunks(host).then((chunks) => {
        // Another list took its place meanwhile.
        const next = mine === rows ? rows.measured(chunks) : null;
        if (next) send(next);
      });
    });
  };

  return {
    /** The list became another one, seen from its beginning. @param beside what is shown with it */
    begin: (list: readonly Row[], beside: object): void => {
      rows = windowedRows<Row>(chunkHeight, sheetListHeight());
      send({ ...beside, ...rows.replace(list) });
    },
    /** Rows of the same list changed. */
    change: (list: readonly Row[], beside: object): void => send({ ...beside, ...rows.replace(list) }),
    scrolled: (top: number): void => {
      const patch = rows.scrolled(top);
      if (patch) send(patch);
    },
  };
};

export type DrawnRows<Row> = ReturnType<typeof drawnRows<Row>>;
