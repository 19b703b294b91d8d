import { DomainError } from '../../miniprogram/domain/errors';
import { examineMedia } from '../../miniprogram/domain/evidence/examine-media';
import type { EvidenceKind } from '../../miniprogram/domain/evidence/kinds';
import { recogniseMedia } from '../../miniprogram/domain/evidence/media-types';
import { boxedOf, jpegOf, pngOf, webmOf } from '../support/media';

const examined = (kind: EvidenceKind, bytes: Uint8Array) => examineMedia(kind, bytes, '第 2 张照片');

const refusal = (kind: EvidenceKind, bytes: Uint8Array): { code: string; message: string } => {
  try {
    examined(kind, bytes);
  } catch (error) {
    if (error instanceof DomainError) return { code: error.code, message: error.message };
    throw error;
  }
  return { code: 'accepted', message: '' };
};

describe('what a file is, by its content', () => {
  test.each([
    ['photo', jpegOf('a'), 'jpeg'],
    ['photo', pngOf(), 'png'],
    ['video', boxedOf('isom'), 'mp4'],
    ['video', boxedOf('mp42'), 'mp4'],
    ['video', boxedOf('qt  '), 'mov'],
    ['video', webmOf('webm'), 'webm'],
    ['voice', webmOf('webm'), 'webm'],
    ['voice', boxedOf('M4A '), 'm4a'],
    ['voice', Buffer.from('ID3\x04\x00', 'latin1'), 'mp3'],
    ['voice', Buffer.from([0xff, 0xfb, 0x90, 0x64]), 'mp3'],
    ['voice', Buffer.from([0xff, 0xf1, 0x50, 0x80]), 'aac'],
  ] as const)('%s %#: %s', (kind, bytes, type) => {
    expect(examined(kind, bytes).type).toBe(type);
  });

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['HTML', Buffer.from('<!doctype html><script>1</script>')],
    ['GIF', Buffer.from('GIF89a')],
    ['a program', Buffer.from('MZ\x90\x00', 'latin1')],
  ])('%s is none of them', (_, bytes) => {
    expect(recogniseMedia(bytes)).toBeNull();
  });

  test.each<[string, EvidenceKind, Uint8Array, string, string]>([
    ['0 bytes', 'photo', Buffer.alloc(0), 'evidence.empty', '第 2 张照片是空文件'],
    ['SVG', 'photo', Buffer.from('<svg/>'), 'evidence.wrongType', '只收 JPEG、PNG'],
    ['a video for a photo', 'photo', boxedOf('isom'), 'evidence.wrongType', '只收 JPEG、PNG'],
    ['a photo for a voice', 'voice', jpegOf('a'), 'evidence.wrongType', '只收 M4A、MP4、WebM、AAC、MP3'],
    ['a voice for a video', 'video', boxedOf('M4A '), 'evidence.wrongType', '只收 MOV、MP4、WebM'],
    ['HEIC', 'photo', boxedOf('heic'), 'evidence.heic', 'HEIC'],
  ])('%s is refused with a sentence', (_, kind, bytes, code, words) => {
    const found = refusal(kind, bytes);
    expect(found.code).toBe(code);
    expect(found.message).toContain(words);
  });
});

describe('pictures, by their header', () => {
  test('the size is read without decoding', () => {
    expect(examined('photo', jpegOf('a', { width: 4032, height: 3024 })).pixels).toEqual({
      width: 4032,
      height: 3024,
    });
    expect(examined('photo', pngOf({ width: 1280, height: 720 })).pixels).toEqual({
      width: 1280,
      height: 720,
    });
  });

  test('a JPEG is whole at every place but cut off at none; what a phone appends behind it does no harm', () => {
    const whole = jpegOf('a comment');
    for (let length = 3; length < whole.length; length += 1) {
      expect(refusal('photo', whole.subarray(0, length)).code).toBe('evidence.broken');
    }
    expect(refusal('photo', Buffer.concat([whole, boxedOf('mp42')])).code).toBe('accepted');
  });

  test('a PNG cut off anywhere behind its signature is broken', () => {
    const whole = pngOf();
    for (let length = 8; length < whole.length; length += 1) {
      expect(refusal('photo', whole.subarray(0, length)).code).toBe('evidence.broken');
    }
  });

  test('bytes that are no segments are broken', () => {
    const damaged = Buffer.from(jpegOf('a'));
    damaged[4 + 2 + 1] = 0x00;
    expect(refusal('photo', damaged).code).toBe('evidence.broken');
    expect(refusal('photo', jpegOf('a', { width: 0, height: 480 })).code).toBe('evidence.broken');
  });

  test('50 megapixels pass (8160 × 6120), a header that claims 60000 × 60000 does not', () => {
    expect(refusal('photo', jpegOf('a', { width: 8160, height: 6120 })).code).toBe('accepted');
    expect(refusal('photo', jpegOf('a', { width: 60_000, height: 60_000 }))).toMatchObject({
      code: 'evidence.tooManyPixels',
      message: expect.stringContaining('60000×60000') as string,
    });
    expect(refusal('photo', pngOf({ width: 100_000, height: 100_000 })).code).toBe('evidence.tooManyPixels');
  });
});
