import type { JupyterFrontEnd, JupyterFrontEndPlugin } from "@jupyterlab/application";
import { ICommandPalette } from "@jupyterlab/apputils";
import { EditorExtensionRegistry, IEditorExtensionRegistry } from "@jupyterlab/codemirror";
import { ICompletionProviderManager } from "@jupyterlab/completer";
import { IEditorTracker } from "@jupyterlab/fileeditor";
import { INotebookTracker } from "@jupyterlab/notebook";
import { ISettingRegistry } from "@jupyterlab/settingregistry";
import { IStatusBar } from "@jupyterlab/statusbar";
import { AccountSettings } from "./account-settings.js";
import { Account } from "./account.js";
import { cellEditor } from "./cell-editor.js";
import type { CheckedView } from "./checked-view.js";
import { sharedCell } from "./editor-view.js";
import { FileText } from "./file-text.js";
import { addCommands, commandIds } from "./commands.js";
import { planeIcon } from "./icon.js";
import { NotebookActions } from "./notebook-actions.js";
import { say } from "./notices.js";
import { Panel } from "./panel.js";
import { ResourceCompletion } from "./resource-completion.js";
import { createServerReader } from "./server-reader.js";
import { Sessions } from "./sessions.js";
import { defaultSettings, settingsOf } from "./settings.js";
import { StatusItem } from "./status-item.js";

const plugin: JupyterFrontEndPlugin<void> = {
  id: "@sagemaker-preflight/jupyterlab:plugin",
  description: "Checks Amazon SageMaker jobs in notebooks and scripts before they are submitted.",
  autoStart: true,
  requires: [INotebookTracker, IEditorExtensionRegistry],
  optional: [ISettingRegistry, ICommandPalette, IStatusBar, ICompletionProviderManager, IEditorTracker],
  activate,
};

export default plugin;

function activate(
  app: JupyterFrontEnd,
  notebooks: INotebookTracker,
  extensions: IEditorExtensionRegistry,
  registry: ISettingRegistry | null,
  palette: ICommandPalette | null,
  /** Notebook 7 has none. */
  statusBar: IStatusBar | null,
  completers: ICompletionProviderManager | null,
  editors: IEditorTracker | null,
): void {
  let settings = defaultSettings;
  const account = new Account(
    createServerReader(() => settings),
    () => settings,
  );
  const sessions = new Sessions({
    notebooks,
    editors,
    shell: app.shell,
    account,
    settings: () => settings,
    contents: app.serviceManager.contents,
    kernels: app.serviceManager.kernelspecs,
  });

  const lookAgain = () => {
    sessions.lookAgain();
    void account.tryAgain();
  };
  app.shell.currentChanged?.connect(lookAgain);
  window.addEventListener("focus", lookAgain);

  const actions = new NotebookActions(account);
  extensions.addExtension({
    name: plugin.id,
    factory: ({ model }) => {
      const cell = sharedCell(model);
      if (cell === undefined) return null;
      return EditorExtensionRegistry.createImmutableExtension(cellEditor(cell, sessions, actions));
    },
  });

  const { chooseProfile, chooseRegion } = new AccountSettings(
    account,
    () => settings,
    (name, value) => {
      if (registry === null) throw new Error("this application has no settings");
      return registry.set(plugin.id, name, value);
    },
  );

  const bringToFront = ({ widget }: CheckedView) => {
    app.shell.activateById(widget.id);
  };
  const panel = new Panel(account, sessions, {
    handler: actions,
    fixAll: actions.fixAll,
    chooseProfile,
    chooseRegion,
    reveal: (view, cellId, span) => {
      bringToFront(view);
      void view.reveal(cellId, span);
    },
    leave: bringToFront,
  });
  panel.id = "sagemaker-preflight-panel";
  panel.title.icon = planeIcon;
  panel.title.caption = "SageMaker Preflight";
  app.shell.add(panel, "right", { rank: 900, type: "SageMaker Preflight" });
  const showPanel = () => {
    app.shell.activateById(panel.id);
    panel.takeFocus(); // at once: the next key is meant for it
  };

  if (statusBar !== null) {
    const item = new StatusItem(account, sessions, () => app.shell.currentWidget, showPanel);
    app.shell.currentChanged?.connect(item.lookAgain);
    statusBar.registerStatusItem(plugin.id, {
      item,
      align: "left",
      rank: 90,
      priority: 1, // JupyterLab takes those of priority 0 out of narrow windows
      isActive: () => item.isActive,
      activeStateChanged: item.isActiveChanged,
    });
  }

  addCommands(app.commands, {
    account,
    sessions,
    actions,
    chooseProfile,
    chooseRegion,
    showPanel,
    bringToFront,
    isInFront: ({ widget }) => app.shell.currentWidget === widget,
  });
  const completion = new ResourceCompletion(sessions, {
    again: (cell) =>
      void app.commands.execute(
        cell instanceof FileText ? "completer:invoke-file" : "completer:invoke-notebook",
      ),
    say,
  });
  completers?.registerProvider(completion);
  completers?.selected?.connect((_, { insertText }) => {
    completion.insertPicked(insertText);
  });
  for (const command of Object.values(commandIds))
    palette?.addItem({ command, category: "SageMaker Preflight" });

  void start();

  async function start(): Promise<void> {
    try {
      const loaded = await registry?.load(plugin.id);
      if (loaded !== undefined) {
        settings = settingsOf(loaded.composite);
        loaded.changed.connect(() => {
          settings = settingsOf(loaded.composite);
          sessions.restart();
          void account.refresh();
        });
      }
    } catch (error) {
      console.warn("SageMaker Preflight uses its default settings", error);
    }
    sessions.restart();
    await account.refresh();
  }
}
