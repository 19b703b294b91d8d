import { evidenceName } from '../../../domain/evidence/kinds';
import { corrected } from '../../../platform/clock';
import { takenNow } from '../../../platform/media-file';
import { newRequestId } from '../../../platform/request-id';
import {
  shownCopyPath,
  uploadPath,
  withThumbnailPath,
  type Batch,
  type UploadPaths,
} from '../../../platform/uploads';
import { announceUploads, sendEvidence } from '../../../services/evidence';
import { currentPerson } from '../../../services/session';
import { NO_DRAWING } from '../../../view/drawing/drawing';
import { watermarkLines } from '../../../view/drawing/watermark';
import type { FormEvidence } from '../../../view/report-evidence';
import { numberedEvidence, type Numbered, type ReportForm } from '../../../view/report-form';
import { shownCopy, thumbnailOf } from '../../shown-copy';

/** Who took the photos of which project: it stands on the shown copies. */
interface Stamp {
  readonly project: string;
  readonly author: string;
}

const pathsOf = (file: FormEvidence, batch: Batch): UploadPaths[] => {
  if (file.kind === 'photo') return [uploadPath(file, batch), shownCopyPath(file, batch)];
  return [file.posterPath === '' ? uploadPath(file, batch) : withThumbnailPath(file, batch)];
};

/** What makes a shown copy another one. */
const copyKey = ({ sha256, drawing }: FormEvidence, { project, author }: Stamp): string =>
  JSON.stringify([sha256, drawing, project, author]);

/** Makes evidence of the form's files, one after the other, in order; what is confirmed is not sent again. */
export class EvidenceSender {
  private requestId = newRequestId();
  /** By content hash. */
  private originals = new Map<string, string>();
  private copies = new Map<string, string>();

  /** The function would not have it: all of it is sent as new the next time. */
  startAnew(): void {
    this.requestId = newRequestId();
    this.originals = new Map();
    this.copies = new Map();
  }

  /**
   * @param tell how many of all files are done
   * @returns content hash → evidence ids, a photo's shown copy behind it
   * @throws DomainError of one file, named by its place, or of the network
   */
  async send(
    form: ReportForm,
    tell: (done: number, all: number) => void,
  ): Promise<ReadonlyMap<string, readonly string[]>> {
    const all = numberedEvidence(form);
    const { uploadPrefix: prefix, name: author } = await currentPerson();
    const batch = { prefix, requestId: this.requestId };
    const stamp = { project: form.project?.name ?? '', author };
    const left = all.filter(({ file }) => !this.isSent(file, stamp));
    await announceUploads(
      left.flatMap(({ file }) => pathsOf(file, batch)),
      batch.requestId,
    );
    const evidenceIds = new Map<string, readonly string[]>();
    for (const [done, each] of all.entries()) {
      tell(done, all.length);
      evidenceIds.set(each.file.sha256, await this.sendOne(each, stamp, batch));
    }
    return evidenceIds;
  }

  private isSent(file: FormEvidence, stamp: Stamp): boolean {
    if (file.evidenceIds) return true;
    return file.kind === 'photo' ? this.copies.has(copyKey(file, stamp)) : this.originals.has(file.sha256);
  }

  private async sendOne(each: Numbered, stamp: Stamp, batch: Batch): Promise<readonly string[]> {
    const { file } = each;
    if (file.evidenceIds) return file.evidenceIds;
    const original = this.originals.get(file.sha256) ?? (await this.sendOriginal(each, batch));
    this.originals.set(file.sha256, original);
    if (file.kind !== 'photo') return [original];
    const key = copyKey(file, stamp);
    const copy = this.copies.get(key) ?? (await this.sendCopy(each, original, stamp, batch));
    this.copies.set(key, copy);
    return [original, copy];
  }

  private sendOriginal({ file, order, problem }: Numbered, batch: Batch): Promise<string> {
    const [paths = uploadPath(file, batch)] = pathsOf(file, batch);
    const { kind, durationMs, place, posterPath } = file;
    const name = evidenceName(kind, order, problem);
    const thumbnail = posterPath === '' ? null : posterPath;
    return sendEvidence(
      { file, paths, kind, durationMs, place, thumbnail, annotates: null, name },
      batch.requestId,
    );
  }

  /** What everybody sees of the photo: reduced, with what was drawn on it, and stamped. */
  private async sendCopy(
    { file, order, problem }: Numbered,
    annotates: string,
    { project, author }: Stamp,
    batch: Batch,
  ): Promise<string> {
    const { path, drawing, place, takenAt } = file;
    const watermark = watermarkLines({ at: corrected(takenAt), place, project, author });
    const made = await shownCopy({ path, drawing: drawing ?? NO_DRAWING, watermark });
    const [copy, thumbnail] = await Promise.all([takenNow(made.path), thumbnailOf(made.path)]);
    return sendEvidence(
      {
        file: { ...copy, takenAt },
        paths: shownCopyPath(file, batch),
        kind: 'photo',
        ...{ durationMs: null, place, annotates, thumbnail: thumbnail.path },
        name: evidenceName('photo', order, problem),
      },
      batch.requestId,
    );
  }
}
