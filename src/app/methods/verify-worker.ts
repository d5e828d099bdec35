/** The thread that computes reference cases anew: see verify.ts. */
import { answerOnThread } from '../../lib/run-on-thread.ts';
import { verifyFiles, type CaseFile } from './verify-files.ts';

await answerOnThread(async (files: CaseFile[], progress) => verifyFiles(files, progress));
