// The third answer beside yes and no: nobody can tell from what is written. Must not know who asks, or where it is shown.

/** Data is missing or unlike. Never a pass, never an alarm. */
export interface CannotTell {
  /** The reason, as the end of the sentence "can't tell, because …". */
  readonly cannotTell: string;
}
