/** The package has no types of its own. */
declare module "proxy-from-env" {
  /** @returns Empty: the URL is asked without a proxy, as HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY say. */
  export function getProxyForUrl(url: string): string;
}
