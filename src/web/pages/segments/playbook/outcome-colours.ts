/** Colours of the tags that say what a check asks for. */
export const outcomeColours = { stop: 'red', warn: 'orange', advise: 'blue' } as const;
