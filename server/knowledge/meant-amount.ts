// Amounts, percentages, durations and hours as people write them, read as the formats want them. Must not know what they are for.

const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ['€', 'EUR'],
  ['euro', 'EUR'],
  ['euros', 'EUR'],
  ['£', 'GBP'],
]);

/** Money with a sign, a word or small letters for the currency, and numbers grouped as in other countries. */
export function moneyReadings(text: string): readonly string[] {
  const sign = '[€£]|[a-z]{3,5}';
  const behind = new RegExp(`^([\\d.,' ’]+?)(?:,[-–—])? ?(${sign})$`, 'i').exec(text);
  const before = new RegExp(`^(${sign}) ?([\\d.,' ’]+?)(?:,[-–—])?$`, 'i').exec(text);
  const [digits, unit] = behind ? [behind[1], behind[2]] : [before?.[2], before?.[1]];
  if (digits === undefined || unit === undefined) return [];
  const currency = SYMBOLS.get(unit.toLowerCase()) ?? unit.toUpperCase();
  return numberReadings(digits.trim()).map((n) => `${n} ${currency}`);
}

/** A number with a comma for decimals, or with groups of three. "5.000" may be five thousand or five. */
function numberReadings(digits: string): string[] {
  const bare = digits.replace(/(?<=\d)['’ ](?=\d{3}(?!\d))/g, '');
  if (/^\d+(?:\.\d{1,2})?$/.test(bare)) return [bare];
  if (/^\d+,\d{1,2}$/.test(bare)) return [bare.replace(',', '.')];
  if (/^\d{1,3}(?:\.\d{3})+,\d{1,2}$/.test(bare)) return [bare.replaceAll('.', '').replace(',', '.')];
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?$/.test(bare)) return [bare.replaceAll(',', '')];
  if (/^\d{1,3}(?:\.\d{3}){2,}$/.test(bare)) return [bare.replaceAll('.', '')];
  if (/^\d{1,3}\.\d{3}$/.test(bare)) return [bare.replace('.', ''), bare.slice(0, -1)];
  return [];
}

/** "99.95 percent", "99,5 %". */
export function percentageReadings(text: string): readonly string[] {
  const [, whole, fraction] = /^(\d{1,3})(?:[.,](\d{1,9}))? ?(?:%|percent|per cent|pct\.?)$/i.exec(text) ?? [];
  return whole === undefined ? [] : [`${whole}${fraction === undefined ? '' : `.${fraction}`} %`];
}

const INTERVALS: ReadonlyMap<string, string> = new Map([
  ['hourly', '1 h'],
  ['daily', '1 day'],
  ['weekly', '1 week'],
  ['fortnightly', '2 weeks'],
  ['monthly', '1 month'],
  ['quarterly', '3 months'],
  ['quarter', '3 months'],
  ['half-yearly', '6 months'],
  ['half yearly', '6 months'],
  ['twice a year', '6 months'],
  ['yearly', '1 year'],
  ['annually', '1 year'],
  ['annual', '1 year'],
  ['once a year', '1 year'],
  ['once a month', '1 month'],
  ['once a week', '1 week'],
  ['half an hour', '30 min'],
]);

const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/** "quarterly", "every 3 months", "two weeks", "1,5 h". */
export function durationReadings(text: string): readonly string[] {
  const said = text.toLowerCase().replace(/^(?:every|each|within) /, '');
  const word = INTERVALS.get(said);
  if (word !== undefined) return [word];
  const counted = said
    .replace(/^(?:a|an)(?= )/, '1')
    .replace(/^[a-z]+(?= )/, (n) => (NUMBERS.includes(n) ? `${NUMBERS.indexOf(n) + 1}` : n));
  const plain = counted
    .replace(/^(\d+),(\d{1,2})(?= )/, '$1.$2')
    .replace(/\(s\)$/, 's')
    .replace(/\.$/, '');
  return [/^[a-z]/.test(plain) ? `1 ${plain}` : plain];
}

/** A part of the day without its minutes, with points, or with am and pm: "8-18", "8.00 - 18.00", "8am to 6pm". */
export function hoursReadings(text: string): readonly string[] {
  const time = '(\\d{1,2})(?:[:.](\\d{2}))? ?(am|pm|a\\.m\\.|p\\.m\\.)?(?: ?h| ?Uhr| ?hrs| ?o.clock)?';
  const [, h1, m1 = '00', half1, h2, m2 = '00', half2] = new RegExp(`^${time} ?(?:-|–|—|to|until|till) ?${time}$`, 'i').exec(text) ?? [];
  if (h1 === undefined || h2 === undefined) return [];
  const clock = (hour: string, minute: string, half: string | undefined) => {
    const late = half?.toLowerCase().startsWith('p');
    return `${String((half ? Number(hour) % 12 : Number(hour)) + (late ? 12 : 0)).padStart(2, '0')}:${minute}`;
  };
  const [from, to] = [clock(h1, m1, half1), clock(h2, m2, half2)];
  // "8-6" is most likely meant to end in the evening, but that is a guess.
  return from < to ? [`${from}-${to}`] : [];
}
