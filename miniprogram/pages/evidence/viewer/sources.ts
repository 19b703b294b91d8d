import { DomainError } from '../../../domain/errors';
import { sentenceOf } from '../../../platform/dialogs';
import type { Wanted } from '../../../view/viewer';
import type { Addresses } from './addresses';

/** Where a picture, a film or a sound is shown from. */
export interface Source {
  /** Evidence id, or the path of a file of this phone. */
  readonly id: string;
  /** Path or address; '' while it is asked for. */
  readonly src: string;
  /** Why it is not shown; '' while nothing is wrong. */
  readonly note: string;
  readonly canRetry: boolean;
}

const OFFLINE = '显示的是缩略图，没有网络时看不到大图';
const GONE = '没有取到文件，请重试；仍打不开请联系监督站';

const isOffline = (error: unknown): boolean =>
  error instanceof DomainError && error.code === 'network.unavailable';

/** What is shown of each piece of evidence, and what went wrong with it. */
export class Sources {
  /** By id: how often it did not open since it last did. */
  private readonly failures = new Map<string, number>();
  /** What came of the last question; '' where it was answered. */
  private trouble = '';

  constructor(private readonly addresses: Addresses) {}

  /** Of a path, or of evidence. */
  of(path: string, evidenceId: string | null): Source {
    if (path !== '' || evidenceId === null) {
      const note = this.failures.has(path) ? sentenceOf(new DomainError('photo.unreadable')) : '';
      return { id: path, src: path, note, canRetry: false };
    }
    const known = this.addresses.find(evidenceId);
    if (!known) {
      const note = this.addresses.isAsked(evidenceId) ? '' : this.trouble;
      return { id: evidenceId, src: '', note, canRetry: true };
    }
    const isLost = known.url === null || (this.failures.get(evidenceId) ?? 0) > 1;
    return { id: evidenceId, src: known.url ?? '', note: isLost ? GONE : '', canRetry: true };
  }

  /** @throws DomainError record.notVisible, or of the network: said of what is still unknown */
  async ask(wanted: readonly Wanted[]): Promise<void> {
    try {
      const asked = this.addresses.ask(wanted);
      this.trouble = '';
      await asked;
    } catch (error) {
      this.trouble = isOffline(error) ? OFFLINE : sentenceOf(error);
      throw error;
    }
  }

  came(id: string): void {
    this.failures.delete(id);
  }

  /** @returns whether it is to be asked for anew */
  failed(id: string): boolean {
    const times = (this.failures.get(id) ?? 0) + 1;
    this.failures.set(id, times);
    if (times > 1 || !this.addresses.find(id)) return false;
    this.addresses.forget(id);
    return true;
  }

  retry(id: string): void {
    this.failures.delete(id);
    this.addresses.forget(id);
    this.trouble = '';
  }
}
