// The text of --help. Must not know how arguments are read.

export const HELP = `Checks the evidence of a service management system, and shows how far ISO/IEC 20000-1 is evidenced.

  sms-evidence check [PATH]…     what is missing, wrong or contradictory
  sms-evidence coverage [PATH]   how far each demand is evidenced, and by which documents
  sms-evidence explain ID…       what a demand, kind of document, finding, process or term means
  sms-evidence schemas FOLDER    writes a JSON Schema for each kind of document, for editors with another YAML server

PATH is a file or folder, without one the current folder. What it is part of is read as a whole: the folder with
sms.yaml around it, or each one below it. ID is whatever stands in brackets behind a finding, the word behind "kind:",
a clause, or a word of the trade.

  --format text|json             text for people (the default), or JSON as docs/json.md describes it; not for schemas
  --fail-on SEVERITY             check: error (the default), warning, information or hint; what is as grave as that
                                 or graver makes the exit code 1
  --today YYYY-MM-DD             check, coverage: judge as of that day
  --edition 2011|2018            schemas: by which edition contents are required (2018 unless you say so)
  --verbose                      if something breaks off on our side, show the details
  --help, --version

Exit code: 0 nothing found (at --fail-on or above), 1 something found, 2 wrong use or a failure of ours,
3 nothing to check.
`;
