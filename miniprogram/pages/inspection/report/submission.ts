import { DomainError, isReused, isUnanswered } from '../../../domain/errors';
import { evidenceName } from '../../../domain/evidence/kinds';
import { thumbnailOf } from '../../../platform/photos';
import { newRequestId } from '../../../platform/request-id';
import { announceUploads, sendEvidence, type Batch } from '../../../services/evidence';
import { submitInspection } from '../../../services/inspection';
import { currentPerson } from '../../../services/session';
import type { FormEvidence } from '../../../view/report-evidence';
import { commandOf, numberedEvidence, type Numbered, type ReportForm } from '../../../view/report-form';

/** What is being done, in words, and how many of the files have become evidence. */
export interface Progress {
  readonly progress: string;
  readonly sent: number;
}

/** Evidence that the function would not have: it is sent once more, as new. */
const isAboutEvidence = (error: unknown): boolean =>
  error instanceof DomainError && error.code.startsWith('evidence.');

/** 立即提交: one command from its first try to its receipt. */
export class Submission {
  private requestId = newRequestId();
  /** Of the uploads; evidence is confirmed once, whichever try of the command cites it. */
  private batchId = newRequestId();
  /** Content hash → evidence ids of what is confirmed already. */
  private confirmed = new Map<string, readonly string[]>();
  /** Where in 我发送的 the first try of this requestId stands if it arrived; '' before it. */
  private triedTab = '';

  /**
   * The evidence, then the record.
   * @returns the tab of 我发送的 where it stands
   * @throws DomainError the server's refusal, or of the network; then ask `failed`
   */
  async send(form: ReportForm, tell: (progress: Progress) => void): Promise<string> {
    const evidenceIds = await this.sendEvidence(form, tell);
    tell({ progress: '正在提交', sent: evidenceIds.size });
    this.triedTab ||= form.reviewers.length > 0 ? 'pendingReview' : 'effective';
    const receipt = await submitInspection(commandOf(form, this.requestId, evidenceIds));
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
      this.triedTab = '';
    }
    if (isAboutEvidence(error)) {
      this.batchId = newRequestId();
      this.confirmed = new Map();
    }
    return isReused(error) ? triedTab : '';
  }

  /** One after the other, in order; what is confirmed already is not sent again. */
  private async sendEvidence(
    form: ReportForm,
    tell: (progress: Progress) => void,
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const all = numberedEvidence(form);
    const { uploadPrefix: prefix } = await currentPerson();
    const batch = { requestId: this.batchId, prefix };
    await announceUploads(
      all.map(({ file }) => file).filter((file) => !this.idsOf(file)),
      batch,
    );
    const evidenceIds = new Map<string, readonly string[]>();
    for (const [index, each] of all.entries()) {
      tell({ progress: `已上传 ${index}/${all.length}`, sent: index });
      const ids = this.idsOf(each.file) ?? (await this.sendOne(each, batch));
      this.confirmed.set(each.file.sha256, ids);
      evidenceIds.set(each.file.sha256, ids);
    }
    return evidenceIds;
  }

  private idsOf({ evidenceIds, sha256 }: FormEvidence): readonly string[] | undefined {
    return evidenceIds ?? this.confirmed.get(sha256);
  }

  private async sendOne({ file, order, problem }: Numbered, batch: Batch): Promise<readonly string[]> {
    const { kind, place } = file;
    const thumbnail = kind === 'photo' ? await thumbnailOf(file.path) : null;
    const name = evidenceName(kind, order, problem);
    return [await sendEvidence({ file, kind, place, thumbnail, annotates: null, name }, batch)];
  }
}
