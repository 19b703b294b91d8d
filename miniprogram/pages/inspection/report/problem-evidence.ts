import { EVIDENCE_KINDS } from '../../../domain/evidence/kinds';
import { confirm, sentenceOf, tellDone, tellFailure } from '../../../platform/dialogs';
import type { PhotoSource } from '../../../platform/photos';
import type { Recorded } from '../../../platform/recorder';
import type { Drawing } from '../../../view/drawing/drawing';
import { movedTo } from '../../../view/photo-order';
import { freshOnes, fullWords, roomFor, type FormEvidence } from '../../../view/report-evidence';
import { fullViewOf, previewOf } from '../../shown-copy';
import { keepVoice, takePhotos, takeVideo } from './capture';
import type { ReportDesk } from './desk';

/** What a finger did with the evidence of a problem; places are those of its kind, from 0. */
export type EvidenceAct =
  | { readonly act: 'addPhotos'; readonly source: PhotoSource }
  | { readonly act: 'movePhoto'; readonly from: number; readonly to: number }
  | { readonly act: 'viewPhoto' | 'editPhoto' | 'removePhoto'; readonly place: number }
  | { readonly act: 'addVideo' }
  | { readonly act: 'replaceVideo' | 'removeVideo' | 'removeVoice'; readonly place: number };

type List = 'photos' | 'videos' | 'voices';

const EDITOR = '/pages/evidence/editor/editor';
const VIDEO_SOURCES: readonly { readonly words: string; readonly source: PhotoSource }[] = [
  { words: '录制视频', source: 'camera' },
  { words: '从相册选择', source: 'album' },
];

const without = <T>(list: readonly T[], place: number): T[] => list.filter((_, index) => index !== place);

const replaced = <T>(list: readonly T[], place: number, item: T): T[] =>
  list.map((each, index) => (index === place ? item : each));

/** @returns null when the sheet is closed without a choice */
const chooseVideoSource = async (): Promise<PhotoSource | null> => {
  try {
    const { tapIndex } = await wx.showActionSheet({ itemList: VIDEO_SOURCES.map(({ words }) => words) });
    return VIDEO_SOURCES[tapIndex]?.source ?? null;
  } catch {
    return null;
  }
};

/** The evidence of the form's problems: what is added, changed, moved and taken off. */
export class ProblemEvidenceDesk {
  constructor(private readonly desk: ReportDesk) {}

  /** Tells the person what failed; what was there stays. @param index of the problem */
  async act(index: number, asked: EvidenceAct): Promise<void> {
    try {
      await this.perform(index, asked);
    } catch (error) {
      void tellFailure(error);
    }
  }

  private perform(index: number, asked: EvidenceAct): Promise<void> | void {
    switch (asked.act) {
      case 'addPhotos':
        return this.addPhotos(index, asked.source);
      case 'movePhoto':
        return this.put(index, 'photos', (photos) => movedTo(photos, asked.from, asked.to));
      case 'viewPhoto':
        return this.viewPhoto(index, asked.place);
      case 'editPhoto':
        return this.editPhoto(index, asked.place);
      case 'addVideo':
        return this.addVideo(index);
      case 'replaceVideo':
        return this.replaceVideo(index, asked.place);
      case 'removePhoto':
        return this.remove(index, 'photos', asked.place, `第 ${asked.place + 1} 张照片`);
      case 'removeVideo':
        return this.remove(index, 'videos', asked.place, '这段视频');
      case 'removeVoice':
        // Its row asked already.
        return this.put(index, 'voices', (voices) => without(voices, asked.place));
    }
  }

  private put(
    index: number,
    list: List,
    change: (files: readonly FormEvidence[]) => readonly FormEvidence[],
  ): void {
    this.desk.change(index, { [list]: change(this.desk.problem(index)[list]) });
  }

  private async remove(index: number, list: List, place: number, what: string): Promise<void> {
    const file = this.desk.problem(index)[list][place];
    if (!(await confirm('删除', `删除${what}？`, '删除'))) return;
    this.put(index, list, (files) => files.filter((each) => each !== file));
  }

  /** Whether there is room for one more of the kind; says so where there is none. */
  private hasRoom(kind: 'photo' | 'video' | 'voice', index: number): boolean {
    const isFree = roomFor(kind, this.desk.form.problems, index) > 0;
    if (!isFree) tellDone(fullWords(kind));
    return isFree;
  }

  private add(index: number, list: List, taken: readonly FormEvidence[]): void {
    const fresh = freshOnes(this.desk.form.problems, taken);
    const [first] = taken;
    if (first && fresh.length < taken.length) {
      const { name, unit } = EVIDENCE_KINDS[first.kind];
      tellDone(`同一${unit}${name}只保留一次`);
    }
    this.put(index, list, (files) => [...files, ...fresh]);
  }

  private async addPhotos(index: number, source: PhotoSource): Promise<void> {
    if (!this.hasRoom('photo', index)) return;
    const { photos, refused } = await takePhotos(roomFor('photo', this.desk.form.problems, index), source);
    this.add(index, 'photos', photos);
    if (refused) throw new Error(`选的第 ${refused.order} 张没有加入：${sentenceOf(refused.error)}`);
  }

  private async addVideo(index: number): Promise<void> {
    if (!this.hasRoom('video', index)) return;
    const source = await chooseVideoSource();
    const video = source && (await takeVideo(source));
    if (video) this.add(index, 'videos', [video]);
  }

  private async replaceVideo(index: number, place: number): Promise<void> {
    const source = await chooseVideoSource();
    const video = source && (await takeVideo(source));
    if (!video) return;
    if (freshOnes(this.desk.form.problems, [video]).length === 0) tellDone('同一段视频只保留一次');
    else this.put(index, 'videos', (videos) => replaced(videos, place, video));
  }

  /** Before the recorder opens. */
  mayRecord(index: number): boolean {
    return this.hasRoom('voice', index);
  }

  async addVoice(index: number, recorded: Recorded): Promise<void> {
    try {
      this.add(index, 'voices', [await keepVoice(recorded)]);
    } catch (error) {
      void tellFailure(error);
    }
  }

  /** The problem's photos in full, with what is drawn on them. */
  private async viewPhoto(index: number, place: number): Promise<void> {
    const sources: { url: string; type: 'image' }[] = [];
    for (const { path, drawing } of this.desk.problem(index).photos) {
      sources.push({ url: drawing ? await fullViewOf({ path, drawing }) : path, type: 'image' });
    }
    await wx.previewMedia({ sources, current: place });
  }

  private async editPhoto(index: number, place: number): Promise<void> {
    const photo = this.desk.problem(index).photos[place];
    if (!photo) return;
    if (photo.evidenceIds) {
      tellDone('这张照片已随原记录上报，不能再编辑；可删除后重拍');
      return;
    }
    const { eventChannel } = await wx.navigateTo({
      url: EDITOR,
      events: { done: ({ drawing }: { drawing: Drawing }) => void this.drawn(index, photo, drawing) },
    });
    eventChannel.emit('edit', { path: photo.path, drawing: photo.drawing });
  }

  /** The photo may have been moved meanwhile, and stays as it is: the drawing stands beside it. */
  private async drawn(index: number, photo: FormEvidence, drawing: Drawing): Promise<void> {
    try {
      const shownPath = await previewOf({ path: photo.path, drawing });
      const isDrawn = drawing.marks.length > 0;
      this.put(index, 'photos', (photos) =>
        photos.map((each) =>
          each.sha256 === photo.sha256 ? { ...each, drawing: isDrawn ? drawing : null, shownPath } : each,
        ),
      );
    } catch (error) {
      void tellFailure(error);
    }
  }
}
