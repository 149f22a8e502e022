/** The usual standards, for what has no clock of its own; nothing else in the console repeats these numbers. */
export const standards = {
  /** A customer who waits longer than this has been let down. */
  answerSeconds: 120,
  /** From this share of the standard on the clock turns amber. */
  attentionShare: 0.6,
  /** S-04: nobody should wait longer than this on average. */
  averageWaitSeconds: 30,
  /** An agent may take a message back for this long. */
  recallSeconds: 120,
}
