// Runs a compiled module's `run()` inside the extension host of the served VS Code; what it prints comes out here.
// Must not know this project or how its tests count.
import { format } from 'node:util';
import { serve } from './serve.mjs';

// The workbench's own log lines share the channel with the extension host's console.
const NOISE =
  /^(Resolv(ing|ed) connection token|Creating a socket|\[(reconnection-grace-time|AgentHost[^\]]*|AccountPolicyGate|Service Worker|remote-connection)\]|Updating additional builtin|Ignoring fetching additional builtin|No search provider registered|Loading development extension|Request to '.*package\.nls\.json' failed)|\/workbench\/workbench\.js:\d/;

/** What a test prints, with the name of a key behind it, to have that key pressed: an extension can't press one. */
const PRESS = 'vscode-host: press';

/**
 * `options` as for `serve`, and `timeout` in seconds. Gives the exit code: 0 when `run()` ended well, 1 when it threw, 124 past the time limit,
 * 130 where `signal` (an AbortSignal) stopped it.
 */
export async function runTests(options) {
  const host = await serve(options);
  try {
    const code = await new Promise((resolve) => {
      options.signal?.addEventListener('abort', () => resolve(130));
      setTimeout(() => {
        console.error(`VS Code: no result after ${options.timeout} s, stopping\n${host.log().slice(-2000)}`);
        resolve(124);
      }, options.timeout * 1000).unref();
      const opened = host.page({
        before: async (page) => {
          await page.exposeFunction('codeAutomationLog', (type, [first, ...rest]) =>
            first === PRESS ? page.keyboard.press(rest[0]) : print(type, [first, ...rest]),
          );
          await page.exposeFunction('codeAutomationExit', resolve);
          page.on('crash', () => resolve(1));
          page.on('close', () => resolve(1));
        },
      });
      opened.catch((error) => {
        console.error(error.message);
        resolve(1);
      });
    });
    return code;
  } finally {
    await host.close();
  }
}

function print(type, args) {
  if (NOISE.test(String(args[0]))) return;
  (type === 'error' || type === 'warn' ? process.stderr : process.stdout).write(`${format(...args)}\n`);
}
