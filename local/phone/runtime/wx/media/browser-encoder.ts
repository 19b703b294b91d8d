import { PIECE_MS, type MakeEncoder } from './sound-encoder';

/** The browser's own encoder, whatever the format: usually Opus in WebM. */
export const browserEncoder: MakeEncoder = async (stream, { encodeBitRate }, onPiece) => {
  const recorder = new MediaRecorder(stream, { audioBitsPerSecond: encodeBitRate });
  recorder.addEventListener('dataavailable', ({ data }) => onPiece(data));
  recorder.start(PIECE_MS);
  return {
    pause: () => recorder.pause(),
    resume: () => recorder.resume(),
    stop: () =>
      new Promise((resolve) => {
        recorder.addEventListener('stop', () => resolve(), { once: true });
        recorder.stop();
      }),
  };
};
