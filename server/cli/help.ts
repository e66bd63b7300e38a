// The text of --help. Must not know how arguments are read.
import type { OptionWords } from './asked';

const WIDTH = 110;

/** In lines of their own, as many as fit. */
function options(names: readonly string[]): string {
  const lines: string[] = [];
  for (const name of names.map((n) => `--${n}`)) {
    const last = lines.at(-1);
    if (last === undefined || last.length + name.length + 2 > WIDTH) lines.push(`  ${name}`);
    else lines[lines.length - 1] = `${last}, ${name}`;
  }
  return lines.map((line) => `${line}\n`).join('');
}

/** What is said in answer to --help. Ends with a line break. */
export const help = ({
  fields,
  sorts,
}: OptionWords): string => `Checks the evidence of a service management system, and shows how far ISO/IEC 20000-1 is evidenced.

  sms-evidence init [FOLDER]     begins a service management system: manifest, catalogue, registers
  sms-evidence new WHAT          begins a document from its template, such as: new supplier contract
  sms-evidence check [PATH]…     what is missing, wrong or contradictory
  sms-evidence coverage [PATH]   how far each demand is evidenced, and by which documents
  sms-evidence baseline [PATH]   lists what is found in an old folder, so that only what is new is shown; again: takes
                                 out what is mended by then, and adds nothing
  sms-evidence approve FILE      writes who approved it, today, and the fingerprint of its text; needs --by
  sms-evidence explain ID…       what a demand, kind of document, finding, process or term means
  sms-evidence explain FILE:LINE what stands there: the demand behind it, what was worked out from which figures, what is
                                 found there and why; FILE:LINE:COLUMN for one place
  sms-evidence schemas FOLDER    writes a JSON Schema for each kind of document, for editors with another YAML server

PATH is a file or folder, without one the current folder. What it is part of is read as a whole: the folder with
sms.yaml around it, or each one below it. ID is whatever stands in brackets behind a finding, the word behind "kind:",
a clause, or a word of the trade. WHAT is a kind of document, or words for it. In a terminal both ask for what no option
says; elsewhere it stays a question in the file. Nothing that is there is ever overwritten.

  --format text|json             text for people (the default), or JSON as docs/json.md describes it; not for schemas
  --fail-on SEVERITY             check: error (the default), warning, information or hint; what is as grave as that
                                 or graver makes the exit code 1
  --today YYYY-MM-DD             check, coverage, baseline, approve, explain FILE:LINE: take that day for today
  --by ID                        approve: the person of sms.yaml who approves
  --on YYYY-MM-DD                coverage: look back from today to that day: the versions in force then, and nothing that
                                 is dated after it
  --period FROM/TO               coverage: look back over a period: what was there on any of its days, and whether it held
                                 on all of them. Without days, or with the word audit: the auditPeriod of sms.yaml
  --edition 2011|2018            init: by which you are audited; schemas: by which contents are required (there 2018
                                 unless you say so)
${options(fields)}                                 init: the answers to the first questions of the manifest
  --id ID                        new: by what other documents will refer to it
${options(sorts)}                                 new: what it is about, by id
  --file PATH                    new: where to write it (else by its id and kind, beside alike ones)
  --no-waivers                   check, coverage: as if nobody had allowed anything to stand
  --no-baseline                  check: what a baseline lists as well
  --verbose                      if something breaks off on our side, show the details
  --help, --version

Exit code: 0 nothing found (at --fail-on or above), 1 something found, 2 wrong use or a failure of ours,
3 nothing to check.
`;
