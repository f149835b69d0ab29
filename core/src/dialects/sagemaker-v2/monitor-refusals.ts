import { isAbsent } from "../../requests/field-of.js";
import type { Refusal } from "../../requests/request.js";
import { defaultAt } from "../sdk-defaults/apply-defaults.js";
import { launch, object, type Raising, type Source } from "./family.js";
import { knowsDefaults } from "./refusals.js";
import { isGiven } from "./values.js";

const environmentKey =
  "SageMaker.MonitoringSchedule.MonitoringScheduleConfig.MonitoringJobDefinition.Environment";

/**
 * A schedule's request has its environment, whether or not there is one, and botocore takes no None.
 *
 * @source sagemaker 2.257.7, session.py, and 3.27.0, core/helper/session_helper.py, create_monitoring_schedule
 */
function refusedEnvironment({ look, defaults, sender }: Raising, environment: Source): Refusal | undefined {
  if (!knowsDefaults(sender)) return undefined;
  const isMissing = isAbsent(look(environment)) && isAbsent(defaults && defaultAt(environmentKey, defaults));
  return isMissing
    ? {
        error: "ParamValidationError",
        message:
          "Parameter validation failed:\nInvalid type for parameter MonitoringScheduleConfig.MonitoringJobDefinition.Environment, value: None, type: <class 'NoneType'>, valid types: <class 'dict'>",
        ofStructure: true,
      }
    : undefined;
}

/** Of the monitor's own image. */
export function refusedOwnEnvironment(raising: Raising): Refusal | undefined {
  return refusedEnvironment(raising, object("env"));
}

/** Of the session's method. */
export function refusedGivenEnvironment(raising: Raising): Refusal | undefined {
  return refusedEnvironment(raising, launch("environment"));
}

/**
 * The key is put into the output that the method is given.
 *
 * @source sagemaker 2.257.7, model_monitor/model_monitoring.py, and 3.27.0, core/model_monitor/model_monitoring.py,
 * ModelMonitor.update_monitoring_schedule
 */
export function refusedKeyWithoutOutput({ look }: Raising): Refusal | undefined {
  return isAbsent(look(launch("output"))) && isGiven(look(launch("output_kms_key"))) === true
    ? { error: "TypeError", message: "'NoneType' object does not support item assignment" }
    : undefined;
}
