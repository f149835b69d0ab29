import { Notification } from "@jupyterlab/apputils";

/** Shown for as long as it takes to read it. */
export function say(message: string): void {
  Notification.info(message, { autoClose: 4000 + 25 * message.length });
}

/** Tells why what the user asked for was not done. */
export function refuse(why: string): void {
  Notification.warning(`Nothing was changed: ${why}.`, { autoClose: 6000 });
}
