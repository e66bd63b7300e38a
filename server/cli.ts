// The command line under Node: its arguments, the machine's disk and clock. All else is in cli/.
import { version } from '../package.json';
import { run } from './cli/run';
import { terminal } from './cli/terminal';
import { createFiles, DiskHost, writeText } from './host/disk';
import { machineClock } from './workspace/clock';

const { stdin, stdout: out, stderr: err, argv, env } = process;
const person = stdin.isTTY && out.isTTY ? terminal(stdin, out) : undefined;

out.on('error', ({ code }: NodeJS.ErrnoException) => {
  // Whoever reads may stop before the end (`| head`): what was found stays found.
  if (code === 'EPIPE') return;
  err.write(`The output could not be written (${code}).\n`);
  process.exit(2);
});

const around = {
  cwd: process.cwd(),
  out,
  err,
  host: new DiskHost(),
  write: writeText,
  create: createFiles,
  clock: machineClock,
  env,
  version,
};

void run(argv.slice(2), { ...around, ...(person && { ask: person.ask }) }).then((exit) => {
  person?.close();
  // Not process.exit: what was written to a pipe must still get there.
  process.exitCode = exit;
});
