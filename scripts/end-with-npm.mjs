const LOOK_MS = 500;

/**
 * Ends the child when npm, which started this process, is gone: a signal to npm alone does not reach us. Without npm
 * whoever started us may go, as a shell that put us into the background does.
 */
export function endWithNpm(child) {
  if (!process.env.npm_lifecycle_event) return;
  const npm = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === npm) return;
    clearInterval(timer);
    child.kill('SIGTERM');
  }, LOOK_MS);
  timer.unref();
}
