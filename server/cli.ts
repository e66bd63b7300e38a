// The command line under Node: its arguments, the machine's disk and clock. All else is in cli/.
import { version } from '../package.json';
import { run } from './cli/run';
import { DiskHost, writeText } from './host/disk';
import { machineClock } from './workspace/clock';

const { stdout: out, stderr: err, argv, env } = process;

out.on('error', ({ code }: NodeJS.ErrnoException) => {
  // Whoever reads may stop before the end (`| head`): what was found stays found.
  if (code === 'EPIPE') return;
  err.write(`The output could not be written (${code}).\n`);
  process.exit(2);
});

void run(argv.slice(2), { cwd: process.cwd(), out, err, host: new DiskHost(), write: writeText, clock: machineClock, env, version }).then(
  (exit) => {
    // Not process.exit: what was written to a pipe must still get there.
    process.exitCode = exit;
  },
);
