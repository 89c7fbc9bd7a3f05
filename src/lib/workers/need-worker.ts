import { answerNeed } from './need-answers.ts';

self.onmessage = answerNeed({
  post: (answer, transfer) => self.postMessage(answer, { transfer }),
  later: (act) => void setTimeout(act),
  now: () => performance.now(),
});
