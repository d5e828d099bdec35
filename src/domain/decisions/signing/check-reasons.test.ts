import { describe, expect, it } from 'vitest';
import { reasonsProblem } from './check-reasons.ts';

const indicative = [
  'The method indicates Mixed economy by component.',
  'It is 14.8 points better than SaaS suite for £1.7m more: £114,000 a point.',
];

describe('reasons of an officer', () => {
  it.each([
    ['nothing', ''],
    ['only marks', ' … '],
    ['that the model said so', 'The model said so.'],
    ['that the model said so, with care', 'Because our cost model clearly recommended this option to us.'],
    ['what the method indicates', 'In line with the indicative result of the method.'],
    ['that a machine chose', 'the AI chose it'],
    ['a word', 'Agreed'],
    ['three words', 'Fine by me'],
    ['the text of the method', 'The method indicates Mixed economy by component.'],
    ['the text of the method in other spelling', 'It is 14.8 points BETTER than SaaS suite, for £1.7m more'],
    ['the text of the method with an own beginning', 'Yes: it is 14.8 points better than SaaS suite for £1.7m more.'],
  ])('can’t be %s', (_, reasons) => {
    expect(reasonsProblem(reasons, indicative)).not.toBeNull();
  });

  it.each([
    'Tenants wait too long for repairs, and the price is capped.',
    'The suite is cheaper by £1.7m and I gave that weight, but rules change 26 times a year and we can’t wait for a supplier.',
    'The model says build. I disagree, and this is why: the team is not there, hiring takes eight months and clearance another four, and we would miss the end of the contract by a year.',
    'System outages cost us two weeks last year, and this ends them.',
    'Scores of casework staff asked for this, and I agree with them.',
  ])('may be: %s', (reasons) => {
    expect(reasonsProblem(reasons, indicative)).toBeNull();
  });
}); // prettier-ignore
