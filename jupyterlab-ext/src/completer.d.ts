/** What is used of JupyterLab's completer, so that types are checked without its package, which JupyterLab itself provides. */
declare module "@jupyterlab/completer" {
  import type { CodeEditor } from "@jupyterlab/codeeditor";
  import type { Token } from "@lumino/coreutils";
  import type { ISignal } from "@lumino/signaling";
  import type { Widget } from "@lumino/widgets";

  export interface ICompletionContext {
    readonly widget: Widget;
    readonly editor?: CodeEditor.IEditor | null;
  }

  /** Offsets count code points. */
  export interface CompletionRequest {
    readonly text: string;
    readonly offset: number;
  }

  export interface CompletionReply {
    readonly start: number;
    readonly end: number;
    readonly items: readonly {
      readonly label: string;
      readonly insertText: string;
      readonly type: string;
      readonly documentation: string;
    }[];
  }

  /** What was typed, as the shared model tells it. */
  export interface TextChange {
    readonly sourceChange?: readonly { readonly insert?: string; readonly delete?: number }[];
  }

  export interface ICompletionProvider {
    readonly identifier: string;
    readonly rank: number;
    readonly renderer: null;
    shouldShowContinuousHint?(isOpen: boolean, change: TextChange): boolean;
    isApplicable(context: ICompletionContext): Promise<boolean>;
    fetch(
      request: CompletionRequest,
      context: ICompletionContext,
      trigger?: number,
    ): Promise<CompletionReply>;
  }

  export interface ICompletionProviderManager {
    registerProvider(provider: ICompletionProvider): void;
    /** Emitted when an entry was picked, after it was inserted. JupyterLab 4.3 and later. */
    readonly selected?: ISignal<ICompletionProviderManager, { readonly insertText: string }>;
  }

  export const ICompletionProviderManager: Token<ICompletionProviderManager>;
}
