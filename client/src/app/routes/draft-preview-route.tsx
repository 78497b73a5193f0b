import { Question } from '../../features/answering/question.tsx';
import { QuestionContext } from '../../features/answering/question-context.tsx';
import { PreviewPage, type RenderQuestion } from '../../features/editing/preview-page.tsx';

const renderQuestion: RenderQuestion = ({ item, legend, isCompact, ...questions }) => (
  <QuestionContext value={questions}>
    <Question key={item.code} item={item} legend={legend} isCompact={isCompact} />
  </QuestionContext>
);

export function Component() {
  return <PreviewPage renderQuestion={renderQuestion} />;
}
