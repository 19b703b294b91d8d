/**
 * Why a call failed: `lost`, the process was gone before the call began, which may be made again; `deep`, functions
 * that call each other without end; `busy`, it was not taken.
 */
export type FailureReason = 'timeout' | 'memory' | 'crash' | 'threw' | 'busy' | 'deep' | 'lost';

/** A child that died, was killed for its time or its memory, or threw; or a call that was not taken. */
export class FunctionFailure extends Error {
  readonly reason: FailureReason;

  constructor(reason: FailureReason, message: string, stack?: string) {
    super(message);
    this.reason = reason;
    if (stack) this.stack = stack;
  }
}
