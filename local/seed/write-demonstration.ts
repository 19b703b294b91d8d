import { demonstration } from './demonstration';
import { province } from './province/province';
import { withSiteRecord } from './site/site-record';
import { copyPictures, uploadFiles, uploadPictures } from './write-pictures';
import { createCollections, writeDocuments, type SeedTarget } from './write-seed';

/** How much of the demonstration: the few hand-written records, or the whole province with them. */
export type Extent = 'province' | 'small';

/**
 * Writes the demonstration into an environment; files come before what names them.
 * @param anchor instant, ISO; to finish an interrupted run it must be that run's
 * @param print takes progress, a line at a time
 */
export const writeDemonstration = async (
  target: SeedTarget,
  extent: Extent,
  anchor: string,
  print: (line: string) => void,
): Promise<void> => {
  await createCollections(target);
  const byHand = demonstration(anchor);
  if (extent === 'small') {
    // The files are the same whatever the storage calls them.
    const fileIdOf = await uploadFiles(target, withSiteRecord(byHand, anchor, (path) => path).files);
    await writeDocuments(target, withSiteRecord(byHand, anchor, fileIdOf).documents);
    return;
  }
  const begun = performance.now();
  print('正在准备演示数据 …');
  const fileIdOf = await uploadPictures(target);
  const { documents, files, copies } = province(anchor, fileIdOf);
  await uploadFiles(target, files);
  await copyPictures(target, copies);
  let told = 0;
  await writeDocuments(target, documents, (done, all) => {
    const tenths = Math.floor((done / all) * 10);
    if (tenths <= told) return;
    told = tenths;
    print(`正在准备演示数据 … ${tenths * 10}%`);
  });
  print(`演示数据写好了，用时 ${Math.round((performance.now() - begun) / 1000)} 秒`);
};
