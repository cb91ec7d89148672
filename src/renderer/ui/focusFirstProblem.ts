// After a form was refused: the focus goes to the first box that has to be corrected.

/** Waits until the form shows what is wrong, then focuses the first wrong box. */
export function focusFirstProblem(form: HTMLFormElement): void {
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
}
