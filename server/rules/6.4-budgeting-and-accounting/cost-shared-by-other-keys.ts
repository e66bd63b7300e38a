// A cost report shares indirect cost out in another way than the financial policy says.
import { sharesAgree } from '../../arithmetic/shares';
import type { At } from '../../model/at';
import type { Thing } from '../../model/pack';
import type { Reader } from '../../model/reader';
import { inForce } from '../../model/standing';
import { rule } from '../rule';
import { listed } from '../words';

export default rule({
  demands: ['6.4-policy-followed'],
  each: 'cost report',
  severity: 'warning',
  says: 'The cost report "{report}" shares "{key}" out as {used}; the policy "{policy}" says {stated}.',
  do: 'Share it out as the policy says, change the policy, or write under reason why the shares differ.',
  because: 'The policy says {stated} here; the report "{report}" has {used}.',
  about:
    'The shares of each key in a cost report are compared with those in the financial policy that was in force in its period, in the digits that both show. A key without shares in the policy is worked out anew for each report, one without shares in the report is used as it stands, and a reason settles a difference.',
  example: {
    report: 'costs-2026-q3',
    key: 'by-mailboxes',
    used: '50 % to "mail" and 50 % to "directory"',
    policy: 'money',
    stated: '60 % to "mail" and 40 % to "directory"',
  },
  check(costs, pack, report) {
    const allocation = pack.at(costs, 'allocation');
    if (!allocation.written) return report.cantTell(`"${costs.id}" does not say by which keys cost was shared out`);
    if (allocation.items.length === 0) return report.cantTell(`the keys that "${costs.id}" used stand elsewhere`);
    for (const item of allocation.items) {
      const key = item.get('key').text;
      const used = sharesIn(item.get('services'));
      if (item.get('reason').written || (key !== undefined && used.length === 0)) continue;
      const keys = key === undefined ? [] : keysInForce(key, costs, pack);
      const [first] = keys;
      if (key === undefined || !first) {
        report.cantTell(`no policy in force in the period of "${costs.id}" has the key "${key ?? ''}"`);
        continue;
      }
      if (keys.some((k) => agrees(used, sharesIn(pack.at(k, 'services'))))) continue;
      const at = pack.at(first, 'services');
      const values = { report: costs.id, key, policy: first.frame.id, used: inWords(used), stated: inWords(sharesIn(at)) };
      report(item.get('services'), values, { because: [at] });
    }
  },
});

interface Share {
  readonly service: string;
  readonly share: string | undefined;
}

const sharesIn = (services: At): readonly Share[] =>
  services.items.flatMap((item) => {
    const service = item.get('service').text;
    return service === undefined ? [] : [{ service, share: item.get('share').text }];
  });

/** The same services with the same shares, as far as both say them. */
function agrees(used: readonly Share[], stated: readonly Share[]): boolean {
  if (stated.length === 0) return true;
  const isStated = (u: Share) =>
    stated.some(
      (s) => s.service === u.service && (u.share === undefined || s.share === undefined || sharesAgree(u.share, s.share) !== false),
    );
  return used.every(isStated) && stated.every((s) => used.some((u) => u.service === s.service));
}

const inWords = (shares: readonly Share[]): string =>
  listed(shares.map(({ service, share }) => [share, `"${service}"`].filter(Boolean).join(' to ')));

/** The key as agreed policies had it on the first or last day of the report's period. */
function keysInForce(id: string, costs: Thing, pack: Reader): readonly Thing[] {
  const days = [pack.at(costs, 'period', 'from').text, costs.day ?? pack.today()].filter((day) => day !== undefined);
  return pack.find('allocation-key', id).filter((key) => key.frame.says.status === 'agreed' && days.some((day) => inForce(key, day)));
}
