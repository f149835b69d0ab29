/** What a new policy file says: little, so that nobody's jobs are wrong at once, and examples of the rest. */
export const policyTemplate = `\
# What this team asks of its SageMaker jobs. Holds for notebooks and scripts in this folder and below, in both editors and in CI.
network:
  vpc: required
# encryption:
#   volumeKey: required
#   outputKey: required
# instances:
#   types: [ml.m5.*, ml.g5.xlarge]
# traceability:
#   tags: [cost-centre]
# rules: # how grave a rule's findings are: error, warning, info or off
#   vpc-config-missing: error
`;
