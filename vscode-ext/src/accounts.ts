import * as vscode from "vscode";
import { Account, type AccountChange } from "./account.js";
import { settingsOf } from "./settings.js";

/** The accounts of this window: one for each choice of profile and region, shared by all documents with that choice. */
export class Accounts implements vscode.Disposable {
  private readonly accounts = new Map<string, Account>();
  private readonly changed = new vscode.EventEmitter<{
    readonly account: Account;
    readonly change: AccountChange;
  }>();
  readonly onDidChange = this.changed.event;

  constructor(private readonly log: vscode.LogOutputChannel) {}

  of(uri: vscode.Uri | undefined): Account {
    const { profile, region, live } = settingsOf(uri);
    const key = JSON.stringify([profile, region, live]);
    const known = this.accounts.get(key);
    if (known !== undefined) return known;
    const account = new Account({ profile, region, live }, this.log);
    account.onDidChange((change) => {
      this.changed.fire({ account, change });
    });
    this.accounts.set(key, account);
    return account;
  }

  dispose(): void {
    for (const account of this.accounts.values()) account.dispose();
    this.changed.dispose();
  }
}
