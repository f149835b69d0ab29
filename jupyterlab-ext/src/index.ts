import type { JupyterFrontEnd, JupyterFrontEndPlugin } from "@jupyterlab/application";
import { ICommandPalette, Notification } from "@jupyterlab/apputils";
import { EditorExtensionRegistry, IEditorExtensionRegistry } from "@jupyterlab/codemirror";
import { ICompletionProviderManager } from "@jupyterlab/completer";
import { INotebookTracker } from "@jupyterlab/notebook";
import { ISettingRegistry } from "@jupyterlab/settingregistry";
import { IStatusBar } from "@jupyterlab/statusbar";
import type { ISharedCell } from "@jupyter/ydoc";
import { counted, type ChosenSetting, type Fix } from "@sagemaker-preflight/core";
import { Account } from "./account.js";
import { cellEditor } from "./cell-editor.js";
import { addCommands, commandIds } from "./commands.js";
import { offline, type FixChoices } from "./fix-choices.js";
import type { FixHandler } from "./fix-list.js";
import { planeIcon } from "./icon.js";
import { reveal } from "./navigation.js";
import { Panel } from "./panel.js";
import { pickProfile } from "./pick-profile.js";
import { pickRegion } from "./pick-region.js";
import { pickResource } from "./pick-resource.js";
import { ResourceCompletion } from "./resource-completion.js";
import { createServerReader } from "./server-reader.js";
import { Sessions } from "./sessions.js";
import { defaultSettings, settingsOf } from "./settings.js";
import type { NotebookSession } from "./notebook-session.js";
import { StatusItem } from "./status-item.js";

const plugin: JupyterFrontEndPlugin<void> = {
  id: "@sagemaker-preflight/jupyterlab:plugin",
  description: "Checks Amazon SageMaker jobs in notebooks before they are submitted.",
  autoStart: true,
  requires: [INotebookTracker, IEditorExtensionRegistry],
  optional: [ISettingRegistry, ICommandPalette, IStatusBar, ICompletionProviderManager],
  activate,
};

export default plugin;

function activate(
  app: JupyterFrontEnd,
  tracker: INotebookTracker,
  editors: IEditorExtensionRegistry,
  registry: ISettingRegistry | null,
  palette: ICommandPalette | null,
  /** Notebook 7 has none. */
  statusBar: IStatusBar | null,
  completers: ICompletionProviderManager | null,
): void {
  let settings = defaultSettings;
  const account = new Account(
    createServerReader(() => settings),
    () => settings,
  );
  const sessions = new Sessions(
    tracker,
    account,
    () => settings,
    app.serviceManager.contents,
    app.serviceManager.kernelspecs,
  );

  const lookAgain = () => {
    sessions.lookAgain();
    void account.tryAgain();
  };
  app.shell.currentChanged?.connect(lookAgain);
  window.addEventListener("focus", lookAgain);

  const refuse = (why: string) => {
    Notification.warning(`Nothing was changed: ${why}.`, { autoClose: 6000 });
  };
  const applyToFiles = async (choices: FixChoices, fix: Fix) => {
    const written = await choices.applyToFiles(fix);
    if (written.state === "refused") {
      refuse(written.why);
      return;
    }
    const undo = async () => {
      const why = await written.undo();
      if (why !== undefined) refuse(why);
    };
    Notification.success(`Written to ${written.file}.`, {
      autoClose: 15_000,
      actions: [{ label: "Undo", callback: () => void undo() }],
    });
  };
  const pick = async (session: NotebookSession, request: number, settings?: readonly ChosenSetting[]) => {
    const picked = await pickResource(session, request, settings);
    if (picked?.state === "refused") refuse(picked.why);
  };
  const apply: FixHandler["apply"] = (choices, fix) => {
    if (fix.fileEdits !== undefined) {
      void applyToFiles(choices, fix);
      return;
    }
    const applied = choices.apply(fix);
    if (applied.state === "refused") refuse(applied.why);
  };

  const handler: FixHandler = {
    apply,
    ignore: (choices) => {
      const ignored = choices.ignore();
      if (ignored.state === "refused") refuse(ignored.why);
    },
    chooseAnother: (choices) => void pick(choices.session, choices.finding.request, choices.pickable),
  };

  editors.addExtension({
    name: plugin.id,
    factory: ({ model }) => {
      // Markdown cells have a Python-like media type too, so the cell's own kind decides.
      if (!("type" in model) || model.type !== "code") return null;
      const cell = model.sharedModel as unknown as ISharedCell;
      return EditorExtensionRegistry.createImmutableExtension(cellEditor(cell, sessions, handler));
    },
  });

  const say = (message: string) => {
    Notification.info(message, { autoClose: 4000 + 25 * message.length });
  };
  const nothingToApply = ({ checked }: NotebookSession) => {
    const isWanted = account.state.state !== "online" && checked?.report.findings.length !== 0;
    return `There is no safe fix to apply.${isWanted ? ` ${offline(account)}` : ""}`;
  };
  const fixAll = async (session: NotebookSession) => {
    const applied = await session.fixAll();
    if (applied.state === "refused") refuse(applied.why);
    else if (applied.cells === 0) say(nothingToApply(session));
    else
      say(
        `${counted(applied.fixes, "safe fix", "safe fixes")} in ${counted(applied.cells, "cell")}. Undo takes them back, cell by cell.`,
      );
  };

  const save = async (setting: "profile" | "region", value: string | undefined) => {
    if (value === undefined || value === settings[setting]) return;
    try {
      if (registry === null) throw new Error("this application has no settings");
      await registry.set(plugin.id, setting, value);
    } catch (error) {
      refuse(`the setting could not be saved (${error instanceof Error ? error.message : String(error)})`);
    }
  };
  const chooseProfile = async () => {
    await save("profile", await pickProfile(settings.profile));
  };
  const chooseRegion = async () => {
    await save("region", await pickRegion(settings.region, account.region));
  };

  const panel = new Panel(account, sessions, {
    handler,
    fixAll,
    chooseProfile,
    chooseRegion,
    reveal: (notebook, cellId, span) => {
      void reveal(notebook, cellId, span);
    },
  });
  panel.id = "sagemaker-preflight-panel";
  panel.title.icon = planeIcon;
  panel.title.caption = "SageMaker Preflight";
  app.shell.add(panel, "right", { rank: 900, type: "SageMaker Preflight" });
  const showPanel = () => {
    app.shell.activateById(panel.id);
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
    handler,
    fixAll,
    chooseProfile,
    chooseRegion,
    showPanel,
    say,
    pick: (session, request) => void pick(session, request),
  });
  completers?.registerProvider(
    new ResourceCompletion(sessions, {
      again: () => void app.commands.execute("completer:invoke-notebook"),
      say,
    }),
  );
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
