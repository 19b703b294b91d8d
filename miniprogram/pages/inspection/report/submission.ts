import { isReused, isUnanswered } from '../../../domain/errors';
import { uploadPhoto } from '../../../platform/photos';
import { newRequestId } from '../../../platform/request-id';
import { submitInspection } from '../../../services/inspection';
import { currentPerson } from '../../../services/session';
import { commandOf, photosOf, type ReportForm } from '../../../view/report-form';

/** What is being done, in words, and how many of the photos are in the store. */
export interface Progress {
  readonly progress: string;
  readonly sent: number;
}

/** 立即提交: one command from its first try to its receipt. */
export class Submission {
  private requestId = newRequestId();
  /** Content hash → fileID of what is already in the store for this requestId. */
  private uploaded = new Map<string, string>();
  /** Where in 我发送的 the first try of this requestId stands if it arrived; '' before it. */
  private triedTab = '';

  /**
   * Photos, then the record.
   * @returns the tab of 我发送的 where it stands
   * @throws DomainError the server's refusal, or of the network; then ask `failed`
   */
  async send(form: ReportForm, tell: (progress: Progress) => void): Promise<string> {
    const fileIDs = await this.upload(form, tell);
    tell({ progress: '正在提交', sent: fileIDs.size });
    this.triedTab ||= form.reviewers.length > 0 ? 'pendingReview' : 'effective';
    const receipt = await submitInspection(commandOf(form, this.requestId, fileIDs));
    return receipt.isReviewed ? 'pendingReview' : 'effective';
  }

  /**
   * A refusal wrote nothing, so the corrected form is a new command. Without an answer it may have been written: the id
   * stays, and the server recognises the repeat.
   * @returns where an earlier try of the form stands that arrived although no answer came; '' for none
   */
  failed(error: unknown): string {
    const { triedTab } = this;
    if (!isUnanswered(error)) {
      this.requestId = newRequestId();
      this.uploaded = new Map();
      this.triedTab = '';
    }
    return isReused(error) ? triedTab : '';
  }

  /** One after the other, in order; what is in the store already is not sent again. */
  private async upload(
    form: ReportForm,
    tell: (progress: Progress) => void,
  ): Promise<ReadonlyMap<string, string>> {
    const photos = photosOf(form);
    const { uploadPrefix } = await currentPerson();
    const fileIDs = new Map<string, string>();
    for (const [index, photo] of photos.entries()) {
      tell({ progress: `照片已上传 ${index}/${photos.length}`, sent: index });
      const fileID =
        photo.fileID ??
        this.uploaded.get(photo.sha256) ??
        (await uploadPhoto(photo, uploadPrefix, this.requestId));
      this.uploaded.set(photo.sha256, fileID);
      fileIDs.set(photo.sha256, fileID);
    }
    return fileIDs;
  }
}
