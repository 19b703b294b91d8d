import type { RecordingTerms } from './recorder-options';

/** Makes a file of what a microphone hears, piece by piece, from the moment it is there. */
export interface SoundEncoder {
  /** What is heard from here on is left out. */
  pause(): void;
  resume(): void;
  /** Ends after the last piece was told. */
  stop(): Promise<void>;
}

export type MakeEncoder = (
  stream: MediaStream,
  terms: RecordingTerms,
  onPiece: (piece: Blob) => void,
) => Promise<SoundEncoder>;

export const PIECE_MS = 100;
