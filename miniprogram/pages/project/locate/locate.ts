import { isUnanswered } from '../../../domain/errors';
import { confirm, sentenceOf, tellDone, tellFailure } from '../../../platform/dialogs';
import { currentPosition, type Fix } from '../../../platform/location';
import type { LocalFile } from '../../../platform/media-file';
import { choosePhotos } from '../../../platform/photos';
import { newRequestId } from '../../../platform/request-id';
import { uploadPath } from '../../../platform/uploads';
import { announceUploads, sendEvidence } from '../../../services/evidence';
import { locateProject, namePoint, readProject, type ProjectView } from '../../../services/project';
import { currentPerson } from '../../../services/session';
import { failedRead, requireNamed, type LoadState } from '../../../view/load-state';
import { locateMap, locatePage, movedFrom, positionRows } from '../../../view/project-view';

Page({
  data: {
    state: 'loading' as LoadState,
    message: '',
    name: '',
    subtitle: '',
    coverUrl: '',
    canLocate: false,
    known: [] as ReturnType<typeof positionRows>,
    history: [] as ReturnType<typeof locatePage>['history'],
    fresh: [] as ReturnType<typeof positionRows>,
    map: null as ReturnType<typeof locateMap>,
    /** How far the new position is from the present one. */
    moved: null as ReturnType<typeof movedFrom>,
    locateError: '',
    isLocating: false,
    isSubmitting: false,
  },
  projectId: '',
  /** Of the position and cover as they stand: another fix is another command, the same once more is a repeat. */
  requestId: '',
  fix: null as Fix | null,
  position: null as ProjectView['position'],
  cover: null as LocalFile | null,

  onLoad(query: { id?: string }) {
    this.projectId = query.id ?? '';
    this.requestId = newRequestId();
    void this.load();
  },

  async load() {
    try {
      requireNamed(this.projectId);
      const project = await readProject(this.projectId);
      const page = locatePage(project);
      this.position = project.position;
      // A cover chosen and not yet submitted stays on the screen.
      this.setData({
        ...{ state: 'ready', ...page },
        ...(this.fix ? this.besideFix(this.fix) : { moved: null }),
        coverUrl: this.cover?.path ?? page.coverUrl,
      });
    } catch (error) {
      this.setData(failedRead(error, this.data.state === 'ready'));
    }
  },

  /** The new position on the map, and how far it is from the one that stands. */
  besideFix(fix: Fix) {
    return { map: locateMap(this.position, fix), moved: movedFrom(this.position, fix) };
  },

  async onCover() {
    if (!this.data.canLocate) return;
    try {
      const [photo] = await choosePhotos(1);
      if (!photo) return;
      this.cover = photo;
      this.requestId = newRequestId();
      this.setData({ coverUrl: photo.path });
    } catch (error) {
      void tellFailure(error);
    }
  },

  async onLocate() {
    this.setData({ isLocating: true, locateError: '' });
    try {
      const fix = await currentPosition();
      const { address } = await namePoint({ lng: fix.lng, lat: fix.lat });
      this.fix = fix;
      this.requestId = newRequestId();
      this.setData({ fresh: positionRows({ ...fix, address }), ...this.besideFix(fix) });
    } catch (error) {
      this.setData({ locateError: sentenceOf(error) });
    } finally {
      this.setData({ isLocating: false });
    }
  },

  async onSubmit() {
    if (!this.fix || !(await this.isRightPlace(this.fix))) return;
    this.setData({ isSubmitting: true });
    try {
      await locateProject({
        requestId: this.requestId,
        projectId: this.projectId,
        position: this.fix,
        coverId: await this.sentCover(),
        isFarConfirmed: this.data.moved?.isFar === true,
      });
      this.requestId = newRequestId();
      this.fix = null;
      this.cover = null;
      this.setData({ fresh: [] });
      tellDone('工程定位已提交');
      await this.load();
    } catch (error) {
      void tellFailure(error);
      if (!isUnanswered(error)) {
        this.requestId = newRequestId();
        // Somebody else located it, or an earlier try of one's own arrived: what stands now is to be seen.
        await this.load();
      }
    } finally {
      this.setData({ isSubmitting: false });
    }
  },

  /** Far from where the project stands is another site, or a position that was wrong before: the person says which. */
  async isRightPlace(fix: Fix): Promise<boolean> {
    const moved = movedFrom(this.position, fix);
    if (!moved?.isFar) return true;
    const question = `新的定位${moved.words}，请核对是否在“${this.data.name}”的工地。确认后将更新定位，原来的位置会保留`;
    return confirm('距原来的定位较远', question, '确认提交');
  },

  /** The cover as evidence: sent once for this command. */
  async sentCover() {
    const { cover: file, requestId } = this;
    if (!file) return null;
    const { uploadPrefix: prefix } = await currentPerson();
    const paths = uploadPath(file, { prefix, requestId });
    await announceUploads([paths], requestId);
    return sendEvidence(
      {
        ...{ file, paths, kind: 'photo', name: '封面照片' },
        ...{ durationMs: null, place: null, thumbnail: null, annotates: null },
      },
      requestId,
    );
  },
});
