import type { SdkCatalog } from "../catalog/sdk-catalog.js";
import type { Context } from "../python/context.js";
import type { Instance, Subclassing } from "../python/library.js";
import type { MachineValue } from "../python/machine.js";
import type { SdkObjects } from "./sdk-objects.js";
import { isModel, isPlainData } from "./sagemaker-v3/construct.js";
import { recordCopy } from "./sagemaker-v3/model-copy.js";
import { isModelBuilder } from "./sagemaker-v3/model-builder.js";

/** What subclasses and copies have of the SDK's classes: those of v3 are pydantic models and data classes. */
export class SdkSubclassing implements Subclassing {
  constructor(
    private readonly catalog: SdkCatalog,
    private readonly objects: SdkObjects,
    /** Nobody knows whose of two versions the class is. */
    private readonly mayBeEither: (path: string) => boolean,
  ) {}

  ownPath(path: string): string {
    return this.mayBeEither(path) ? path : (this.catalog.canonicalPath(path) ?? path);
  }

  isModel(type: string): boolean {
    return isModel(this.ownPath(type));
  }

  isDataClass(type: string): boolean {
    return isModelBuilder(this.ownPath(type));
  }

  isPlainData(type: string): boolean {
    return isPlainData(this.ownPath(type));
  }

  finisher(type: string): string | undefined {
    const path = this.ownPath(type);
    return isModel(path) ? "model_post_init" : isModelBuilder(path) ? "__post_init__" : undefined;
  }

  finished(
    type: string,
    members: ReadonlyMap<string, MachineValue>,
    context: Context,
  ): ReadonlyMap<string, MachineValue> | undefined {
    const known = this.catalog.classOf(type);
    return known && this.objects.finished(known, members, context);
  }

  copied(copy: MachineValue, of: Instance, type: string, context: Context): void {
    recordCopy(copy, of, type, this.catalog, context);
  }
}
