// Whether approving is offered where the cursor stands: in the head of a document and at its approvals. Must not know any kind by name.
import { type Approving, approvings } from './approve';
import { asked, type Question } from './question';

/** Beside what stands apart from the content (status, version, history, the approvals) these two say which document it is. */
const HEAD = ['kind', 'id'];

export function approvalsHere(question: Question): readonly Approving[] {
  const here = asked(question);
  const [field] = here?.path ?? [];
  if (!here || typeof field !== 'string') return [];
  const schema = here.evidence.kind.schema.properties.get(field);
  const isApart = schema?.['x-apart'] || schema?.items?.['x-apart'] || HEAD.includes(field);
  return isApart ? approvings(here.evidence, question.file, question.knowledge, question.reader) : [];
}
