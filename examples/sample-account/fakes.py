"""What moto lacks, faked: calls that it does not implement, and one that it gets wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.sax.saxutils import escape

from moto.ec2.models.managed_prefixes import ManagedPrefixList
from moto.kms.responses import KmsResponse
from wire import (
    Application,
    AwsCall,
    Environ,
    StartResponse,
    answer_error,
    answer_json,
    answer_xml,
    ec2_namespace,
    iam_namespace,
    read_call,
    sts_namespace,
)


def with_fakes(
    application: Application,
    *,
    account: str,
    associations: Mapping[str, list[str]],
    quotas: Mapping[str, Mapping[str, float]],
) -> Application:
    """
    Answers the faked calls and hands the others on.

    associations: by the id of a security group, the VPCs that it is associated with besides its own.
    quotas: SageMaker's, by name: those that are `applied` to the account, and the `defaults`.
    """

    def answer(environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        call = read_call(environ)
        if call is not None and call.action == "ec2:DescribeSecurityGroupVpcAssociations":
            return answer_xml(start_response, _associations(call, account, associations))
        if call is not None and call.action == "kms:DescribeKey" and _is_predefined_alias(call):
            # AWS would create the key; moto says that a customer manages it. Nobody may ask this.
            return answer_error(
                start_response,
                call,
                "400 Bad Request",
                "ValidationException",
                "The sample account does not create AWS managed keys",
            )
        if call is not None and call.action == "sagemaker:DescribeUserProfile" and _is_of_ana(call):
            return answer_json(start_response, {**call.parameters, "UserSettings": {}})
        if call is not None and call.action in _without_any:
            return answer_error(
                start_response, call, "400 Bad Request", "ResourceNotFound", "Requested resource not found."
            )
        if call is not None and call.action == "sts:GetCallerIdentity":
            return answer_xml(start_response, _identity(account))
        if call is not None and call.action == "iam:SimulatePrincipalPolicy":
            return answer_xml(start_response, _simulation(call))
        if call is not None and call.action in _lists_of_quotas:
            listed = quotas[_lists_of_quotas[call.action]]
            return answer_json(start_response, _page_of_quotas(call, listed))
        return application(environ, start_response)

    return answer


_lists_of_quotas = {
    "servicequotas:ListServiceQuotas": "applied",
    "servicequotas:ListAWSDefaultServiceQuotas": "defaults",
}


def _page_of_quotas(call: AwsCall, quotas: Mapping[str, float]) -> dict[str, object]:
    start, size = int(call.parameters.get("NextToken") or 0), int(call.parameters.get("MaxResults") or 100)
    page = [
        {"ServiceCode": "sagemaker", "QuotaName": name, "QuotaCode": f"L-{index:08X}", "Value": value}
        for index, (name, value) in enumerate(quotas.items())
    ][start : start + size]
    following = {"NextToken": str(start + size)} if start + size < len(quotas) else {}
    return {"Quotas": page, **following}


# Of these moto has no call, and the sample account has none.
_without_any = {
    "sagemaker:DescribeMonitoringSchedule",
    "sagemaker:DescribeSpace",
    "sagemaker:DescribeUserProfile",
    "sagemaker:ListPipelineExecutionSteps",
}


def _associations(call: AwsCall, account: str, associations: Mapping[str, list[str]]) -> str:
    prefix = "Filter.1.Value."
    asked = [value for name, value in call.parameters.items() if name.startswith(prefix)]
    groups = asked if call.parameters.get("Filter.1.Name") == "group-id" else list(associations)
    items = "".join(
        f"<item><groupId>{escape(group)}</groupId><vpcId>{vpc}</vpcId><vpcOwnerId>{account}</vpcOwnerId>"
        f"<state>associated</state></item>"
        for group in groups
        for vpc in associations.get(group, [])
    )
    return (
        f'<DescribeSecurityGroupVpcAssociationsResponse xmlns="{ec2_namespace}">'
        f"<securityGroupVpcAssociationSet>{items}</securityGroupVpcAssociationSet>"
        f"</DescribeSecurityGroupVpcAssociationsResponse>"
    )


def _identity(account: str) -> str:
    """Ana, whatever the key: of a key that it does not know, moto tells a user whom IAM does not have."""
    return (
        f'<GetCallerIdentityResponse xmlns="{sts_namespace}"><GetCallerIdentityResult>'
        f"<Arn>arn:aws:iam::{account}:user/ana</Arn><UserId>AIDASAMPLEACCOUNTANA1</UserId>"
        f"<Account>{account}</Account>"
        "</GetCallerIdentityResult></GetCallerIdentityResponse>"
    )


def _simulation(call: AwsCall) -> str:
    """As of a principal who may do everything."""
    actions = [value for name, value in call.parameters.items() if name.startswith("ActionNames.")]
    results = "".join(
        f"<member><EvalActionName>{escape(action)}</EvalActionName><EvalResourceName>*</EvalResourceName>"
        "<EvalDecision>allowed</EvalDecision></member>"
        for action in actions
    )
    return (
        f'<SimulatePrincipalPolicyResponse xmlns="{iam_namespace}"><SimulatePrincipalPolicyResult>'
        f"<EvaluationResults>{results}</EvaluationResults><IsTruncated>false</IsTruncated>"
        "</SimulatePrincipalPolicyResult></SimulatePrincipalPolicyResponse>"
    )


def _is_of_ana(call: AwsCall) -> bool:
    """Ana has a profile in every domain, and no role of her own in it."""
    return call.parameters.get("UserProfileName") == "ana"


def _is_predefined_alias(call: AwsCall) -> bool:
    return "alias/aws/" in str(call.parameters.get("KeyId", ""))


def accept_real_multi_region_ids() -> None:
    """moto knows ids of multi-Region keys only with dashes in them, which AWS's do not have."""
    validate = KmsResponse._validate_cmk_id

    def validate_cmk_id(self: KmsResponse, key_id: str) -> None:
        if key_id.rpartition(":key/")[2] not in self.kms_backend.keys:
            validate(self, key_id)

    KmsResponse._validate_cmk_id = validate_cmk_id  # type: ignore[method-assign]


def show_addresses_of_prefix_lists() -> None:
    """moto has the addresses of AWS's own prefix lists, but ec2:DescribePrefixLists leaves them out."""

    def cidrs(self: ManagedPrefixList) -> list[str]:
        newest = list(self.entries.values())[-1:]
        return [entry["Cidr"] for entries in newest for entry in entries]

    ManagedPrefixList.cidrs = property(cidrs)  # type: ignore[attr-defined]
