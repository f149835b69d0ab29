import js from "@eslint/js";
import tseslint from "typescript-eslint";

/** The pipeline of docs/architecture.md, first to last: a folder imports only from folders before it. */
const pipeline = [
  "notebook",
  "python",
  "catalog",
  "requests",
  "dialects",
  "account",
  "network",
  "iam",
  "policy",
  "rules",
  "fixes",
  "completion",
];

export default tseslint.config(
  {
    ignores: [
      "**/dist/",
      "**/build/",
      "**/lib/",
      "**/labextension/",
      "**/node_modules/",
      ".cache/",
      ".venv*/",
      "test/artifacts/",
    ],
  },
  js.configs.recommended,
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/switch-exhaustiveness-check": [
        "error",
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ["core/src/**/*.ts"],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              group: ["@aws-sdk/*", "node:*", "vscode", "@jupyterlab/*", "**/aws/*", "**/cli/*"],
              message: "core/src is pure: no AWS, no Node, no editor.",
            },
          ],
        },
      ],
    },
  },
  ...pipeline.map((folder, index) => ({
    files: [`core/src/${folder}/**/*.ts`],
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              group: ["@aws-sdk/*", "node:*", "vscode", "@jupyterlab/*"],
              message: "core/src is pure: no AWS, no Node, no editor.",
            },
            ...(index === pipeline.length - 1
              ? []
              : [
                  {
                    group: pipeline.slice(index + 1).map((later) => `../${later}/*`),
                    message: "Imports point one way along the pipeline (docs/architecture.md).",
                  },
                ]),
          ],
        },
      ],
    },
  })),
  {
    files: ["test/**/*.ts"],
    rules: {
      "@typescript-eslint/no-unused-expressions": "off",
      "@typescript-eslint/no-floating-promises": "error",
    },
  },
  {
    files: ["**/*.mjs", "**/*.js"],
    languageOptions: {
      globals: {
        process: "readonly",
        console: "readonly",
        URL: "readonly",
        setTimeout: "readonly",
        clearTimeout: "readonly",
        fetch: "readonly",
        Buffer: "readonly",
      },
    },
  },
);
