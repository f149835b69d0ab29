import { LabIcon } from "@jupyterlab/ui-components";

/** A paper plane before its start; `jp-icon3` takes the theme's colour. */
export const planeIcon = new LabIcon({
  name: "sagemaker-preflight:plane",
  svgstr: `<svg xmlns="http://www.w3.org/2000/svg" width="16" viewBox="0 0 24 24">
  <path class="jp-icon3 jp-icon-selectable" fill="#616161" d="M2.4 20.6 22 12 2.4 3.4l-.1 6.7L15 12 2.3 13.9z"/>
</svg>`,
});
