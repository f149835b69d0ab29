import { methodOverwritten } from "../../../core/src/rules/method-overwritten.js";
import { accountFacts, environmentOf } from "../../support/account-facts.js";
import { testRule } from "../../support/test-rule.js";
import { twoVpcs } from "../../support/two-vpcs.js";

testRule(methodOverwritten, {
  environment: environmentOf(accountFacts(twoVpcs)),
  prelude: "from sagemaker.estimator import Estimator\nfrom sagemaker.model import Model\n",
  valid: {
    "given to the constructor": `\
est = Estimator("i", "r/R", 1, "ml.m5.large", enable_network_isolation=True)
est.fit()`,
    "given to a function that makes several": `\
def make(isolated):
    return Estimator("i", "r/R", 1, "ml.m5.large", enable_network_isolation=isolated)
one = make(True)
other = make(False)
one.fit()
other.fit()`,
    "given in a loop": `\
for isolated in [True, False]:
    Estimator("i", "r/R", 1, "ml.m5.large", enable_network_isolation=isolated).fit()`,
    "something that can be called": `\
est = Estimator("i", "r/R", 1, "ml.m5.large")
est.enable_network_isolation = lambda: True
est.fit()`,
    "after the job was started": `\
est = Estimator("i", "r/R", 1, "ml.m5.large")
est.fit()
est.enable_network_isolation = True`,
  },
  invalid: {
    "of an estimator": {
      code: `\
est = Estimator("i", "r/R", 1, "ml.m5.large")
est.enable_network_isolation = True
#                              ^^^^ enable_network_isolation is a method of Estimator: fit() raises TypeError, and no job starts
est.fit()`,
      output: `\
est = Estimator("i", "r/R", 1, "ml.m5.large", enable_network_isolation=True)
est.fit()`,
    },
    "of a model": {
      code: `\
model = Model("i", role="r/R")
model.enable_network_isolation = True
#                                ^^^^ enable_network_isolation is a method of Model: assigning to it switches nothing on
model.create()`,
      output: `\
model = Model("i", role="r/R", enable_network_isolation=True)
model.create()`,
    },
    "with something that is true": {
      code: `\
est = Estimator("i", "r/R", 1, "ml.m5.large")
est.enable_network_isolation = 1
#                              ^ enable_network_isolation is a method of Estimator: fit() raises TypeError, and no job starts
est.fit()`,
      output: null,
    },
    "on a branch": {
      code: `\
est = Estimator("i", "r/R", 1, "ml.m5.large")
if True:
    est.enable_network_isolation = True
#                                  ^^^^ enable_network_isolation is a method of Estimator: fit() raises TypeError, and no job starts
est.fit()`,
      output: null,
    },
  },
});
