import { DomainError, isReused, isUnanswered } from '../../../domain/errors';
import { newRequestId } from '../../../platform/request-id';
import { submitInspection } from '../../../services/inspection';
import { commandOf, type ReportForm } from '../../../view/report-form';
import { EvidenceSender } from './evidence-sender';

/** What is being done, in words, and how many of the files have become evidence. */
export interface Progress {
  readonly progress: string;
  readonly sent: number;
}

const isAboutEvidence = (error: unknown): boolean =>
  error instanceof DomainError && error.code.startsWith('evidence.');

/** 立即提交: one command from its first try to its receipt. */
export class Submission {
  private requestId = newRequestId();
  /** Evidence is confirmed once, whichever try of the command cites it. */
  private readonly evidence = new EvidenceSender();
  /** Where in 我发送的 the first try of this requestId stands if it arrived; '' before it. */
  private triedTab = '';

  /**
   * The evidence, then the record.
   * @returns the tab of 我发送的 where it stands
   * @throws DomainError the server's refusal, or of the network; then ask `failed`
   */
  async send(form: ReportForm, tell: (progress: Progress) => void): Promise<string> {
    const evidenceIds = await this.evidence.send(form, (done, all) =>
      tell({ progress: `已上传 ${done}/${all}`, sent: done }),
    );
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
    if (isAboutEvidence(error)) this.evidence.startAnew();
    return isReused(error) ? triedTab : '';
  }
}
