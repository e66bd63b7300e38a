// The processes of one VS Code without a desktop, and their end: each child heads its own process group, so that nothing is left running.
// Must not know what they run.
import { spawn } from 'node:child_process';

const alive = (child) => {
  try {
    process.kill(-child.pid, 0);
    return true;
  } catch {
    return false;
  }
};

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** A set of children: `launch` starts one (its `gone` resolves to { code, signal }), `end` stops all of them, politely first. */
export function processes() {
  const children = new Set();
  const launch = (command, args, env) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true, env });
    children.add(child);
    child.gone = new Promise((resolve) => {
      child.on('exit', (code, signal) => {
        if (!alive(child)) children.delete(child);
        resolve({ code, signal });
      });
    });
    return child;
  };
  const end = async () => {
    for (const signal of ['SIGTERM', 'SIGKILL']) {
      for (const child of children) {
        try {
          process.kill(-child.pid, signal);
        } catch {
          // already gone
        }
      }
      for (let i = 0; i < 60 && [...children].some(alive); i++) await pause(50);
    }
  };
  return { launch, end };
}
