export const REPORT_USAGE = `shopkeeper report FILES… [--config FILE] [--goal NAME] [--json] [--html FILE] [--help]
                         what experiments and experiences have brought: outcomes as newline-delimited JSON (.gz too), or GA4's export`;

export const REPORT_HELP = `${REPORT_USAGE}

  --config FILE      the shop's configuration: weights and goals of its experiments, its time zone; without it weights are equal
  --goal NAME        what counts as a conversion, for all experiments; else the configured one, else purchase, else the only one
  --window TIME      how long after the exposure it counts, such as 14d; else the goal's own "within", else 7d
  --control NAME     the variation that the others are compared with; else "control", else the first; of the hold-out "held-out"
  --currency CODE    whose values are added up; else that of most conversions
  --time-zone NAME   whose days are meant, such as Europe/Copenhagen; else the configured one, else UTC
  --alpha NUMBER     how often the intervals of an experiment may ever miss the truth; else 0.05
  --expected NUMBER  at about how many clients you will decide: there intervals are narrowest; choose it before the test; else 5000
  --min NUMBER       from how many conversions on an interval is given, in each variation; else 25
  --json             everything as JSON; docs/report.md tells its shape
  --html FILE        everything as one page with plots
  --sql              the queries, for a warehouse

It exits with 1 where a line is bad, a sample ratio is off or there is nothing to report.`;
