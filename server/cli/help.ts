// The text of --help. Must not know how arguments are read.

export const HELP = `Checks the evidence of a service management system, and shows how far ISO/IEC 20000-1 is evidenced.

  sms-evidence check [PATH]…     what is missing, wrong or contradictory
  sms-evidence coverage [PATH]   how far each demand is evidenced, and by which documents

PATH is a file or folder, without one the current folder. What it is part of is read as a whole: the folder with
sms.yaml around it, or each one below it.

  --format text|json             text for people (the default), or JSON as docs/json.md describes it
  --fail-on SEVERITY             check: error (the default), warning, information or hint; what is as grave as that
                                 or graver makes the exit code 1
  --today YYYY-MM-DD             judge as of that day
  --verbose                      if something breaks off on our side, show the details
  --help, --version

Exit code: 0 nothing found (at --fail-on or above), 1 something found, 2 wrong use or a failure of ours,
3 nothing to check.
`;
