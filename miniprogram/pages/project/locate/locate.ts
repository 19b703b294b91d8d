import { DomainError, isUnanswered, type ErrorCode } from '../../../domain/errors';
import { sentenceOf, tellDone, tellFailure } from '../../../platform/dialogs';
import { currentPosition, type Fix } from '../../../platform/location';
import { choosePhotos, uploadPhoto, type LocalPhoto } from '../../../platform/photos';
import { newRequestId } from '../../../platform/request-id';
import { locateProject, namePoint, readProject } from '../../../services/project';
import { currentPerson } from '../../../services/session';
import { failureState, type LoadState } from '../../../view/paged-list';
import { locatePage, positionRows } from '../../../view/project-view';

/** Refusals because the project is no longer as this page shows it. */
const OUTDATED: readonly ErrorCode[] = ['record.changed', 'command.reused'];

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
    locateError: '',
    isLocating: false,
    isSubmitting: false,
  },
  projectId: '',
  /** One id for one fix and cover: only an unchanged retry repeats it. */
  requestId: '',
  fix: null as Fix | null,
  cover: null as LocalPhoto | null,

  onLoad(query: { id?: string }) {
    this.projectId = query.id ?? '';
    this.requestId = newRequestId();
    void this.load();
  },

  async load() {
    try {
      if (this.projectId === '') throw new DomainError('record.notNamed');
      this.setData({ state: 'ready', ...locatePage(await readProject(this.projectId)) });
      if (this.cover) this.setData({ coverUrl: this.cover.path });
    } catch (error) {
      this.setData({ state: failureState(error), message: (error as Error).message });
    }
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
      this.setData({ fresh: positionRows({ ...fix, address }) });
    } catch (error) {
      this.setData({ locateError: sentenceOf(error) });
    } finally {
      this.setData({ isLocating: false });
    }
  },

  async onSubmit() {
    if (!this.fix) {
      this.setData({ locateError: '缺少定位，请先点“获取/更新定位”' });
      return;
    }
    this.setData({ isSubmitting: true });
    try {
      await locateProject({
        requestId: this.requestId,
        projectId: this.projectId,
        position: this.fix,
        cover: await this.uploadedCover(),
      });
      this.requestId = newRequestId();
      this.fix = null;
      this.cover = null;
      this.setData({ fresh: [] });
      tellDone('工程定位已提交');
      await this.load();
    } catch (error) {
      await this.onRefused(error);
    } finally {
      this.setData({ isSubmitting: false });
    }
  },

  /** What was refused is not tried again under its id; what the project has become meanwhile is shown. */
  async onRefused(error: unknown) {
    if (!isUnanswered(error)) this.requestId = newRequestId();
    await tellFailure(error);
    if (error instanceof DomainError && OUTDATED.includes(error.code)) await this.load();
  },

  async uploadedCover() {
    if (!this.cover) return null;
    const { uploadPrefix } = await currentPerson();
    const fileID = await uploadPhoto(this.cover, uploadPrefix, this.requestId);
    return { fileID, sha256: this.cover.sha256, bytes: this.cover.bytes };
  },
});
