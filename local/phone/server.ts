import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import send from 'send';
import { LIVE_SCRIPT } from './live-script';
import { pairPage } from './pair-page';

export interface PhoneSettings {
  readonly cloudUrl: string;
  readonly people: readonly { readonly phone: string; readonly name: string; readonly role: string }[];
  readonly places: readonly { readonly label: string; readonly lng: number; readonly lat: number }[];
}

export interface PhoneServer {
  readonly url: string;
  /** Every open page loads anew. */
  readonly reload: () => void;
  /** Every open page, and those opened until the next reload, say what is wrong with the build. */
  readonly tellFault: (sentence: string) => void;
  readonly close: () => Promise<void>;
}

/** The panel's questions go on to the environment: the page itself knows one address only. */
const handOn = (cloudUrl: string, request: IncomingMessage, response: ServerResponse): void => {
  const { method, headers } = request;
  const onward = ask(new URL(request.url ?? '/', cloudUrl), { method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, { 'content-type': answer.headers['content-type'] ?? '' });
    answer.pipe(response);
  });
  onward.once('error', () => {
    response.statusCode = 502;
    response.end();
  });
  request.pipe(onward);
};

/** @returns undefined for what is no address */
const pathnameOf = (request: IncomingMessage): string | undefined => {
  try {
    return new URL(request.url ?? '/', 'http://127.0.0.1').pathname;
  } catch {
    return undefined;
  }
};

/** Serves the built page, and pictures of the mini program's package. @throws Error in Chinese when the port is taken */
export const servePhone = (options: {
  readonly port: number;
  readonly outDir: string;
  readonly miniprogramDir: string;
  readonly settings: PhoneSettings;
  readonly isWatched: boolean;
}): Promise<PhoneServer> => {
  const listeners = new Set<ServerResponse>();
  let fault: string | undefined;
  const broken = (sentence: string): string => `event: broken\ndata: ${JSON.stringify(sentence)}\n\n`;
  const settings = `window.PHONE = ${JSON.stringify(options.settings).replaceAll('<', '\\u003c')};\n${
    options.isWatched ? LIVE_SCRIPT : ''
  }`;
  const server = createServer((request, response) => {
    const pathname = pathnameOf(request);
    if (pathname === undefined) {
      response.writeHead(400).end();
      return;
    }
    response.setHeader('cache-control', 'no-store');
    if (pathname.startsWith('/panel/')) return handOn(options.settings.cloudUrl, request, response);
    if (pathname === '/pair') {
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      response.end(pairPage(options.settings));
      return;
    }
    if (pathname === '/events') {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(fault === undefined ? '\n' : broken(fault));
      listeners.add(response);
      response.once('close', () => listeners.delete(response));
      return;
    }
    if (pathname === '/settings.js') {
      response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8' });
      response.end(settings);
      return;
    }
    const isPackaged = /\.(png|jpe?g|gif|svg)$/i.test(pathname);
    // It decodes the path itself, and answers 400 for what cannot be decoded.
    send(request, pathname, {
      root: path.resolve(isPackaged ? options.miniprogramDir : options.outDir),
      index: 'index.html',
      cacheControl: false,
    }).pipe(response);
  });
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`端口 ${options.port} 已被占用，请用 --port 另选一个`)
          : error,
      ),
    );
    server.listen(options.port, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      resolve({
        url: `http://127.0.0.1:${port}`,
        tellFault: (sentence) => {
          fault = sentence;
          for (const listener of listeners) listener.write(broken(sentence));
        },
        reload: () => {
          fault = undefined;
          for (const listener of listeners) listener.write('event: reload\ndata:\n\n');
        },
        close: async () => {
          server.closeAllConnections();
          await new Promise((done) => server.close(done));
        },
      });
    });
  });
};
