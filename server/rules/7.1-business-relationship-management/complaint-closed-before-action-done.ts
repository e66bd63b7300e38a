// A complaint was closed while what was to be done about it was still open.
import { dayAt } from '../../model/approval';
import { rule } from '../rule';

export default rule({
  demands: ['7.1-complaint-handled'],
  each: 'complaint',
  severity: 'error',
  says: 'The complaint "{complaint}" was closed on {closed}, but the action "{action}" is still open.',
  do: 'Open it again until the action is done; or, where it is done, say so with what came of it.',
  because: 'It was closed on {closed}, before this was done.',
  about:
    'A complaint that is closed must have no action that is still open: each is done, or was dropped with the reason. An action without a state is left to what else is found about it.',
  example: { complaint: 'C-7', closed: '2026-10-20', action: 'Close calls only after calling back' },
  check(complaint, pack, report) {
    const at = pack.at(complaint, 'closed');
    const closed = dayAt(at);
    if (closed === undefined) return;
    for (const action of pack.at(complaint, 'actions').items) {
      if (action.get('state').text !== 'open') continue;
      const words = action.get('what').text ?? action.get('id').text ?? 'one of its actions';
      report(action.get('state'), { complaint: complaint.id, closed, action: words }, { because: [at] });
    }
  },
});
