/** The changes cannot be written safely; within the writer only, which then writes nothing. */
export class CannotWrite extends Error {
  override readonly name = "CannotWrite";
}
