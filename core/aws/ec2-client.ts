import {
  DescribeDhcpOptionsCommand,
  DescribeFlowLogsCommand,
  DescribeInstanceTypeOfferingsCommand,
  DescribeInstanceTypesCommand,
  DescribeNatGatewaysCommand,
  DescribeNetworkAclsCommand,
  DescribeNetworkInterfacesCommand,
  DescribePrefixListsCommand,
  DescribeRouteTablesCommand,
  DescribeSecurityGroupVpcAssociationsCommand,
  DescribeSecurityGroupsCommand,
  DescribeSubnetsCommand,
  DescribeVpcAttributeCommand,
  DescribeVpcEndpointsCommand,
  DescribeVpcsCommand,
  GetManagedPrefixListEntriesCommand,
  EC2Client,
} from "@aws-sdk/client-ec2";
import { serviceClient, type ClientSettings, type ServiceClient } from "./clients.js";

export function createEc2Client(settings: ClientSettings): ServiceClient {
  return serviceClient(settings, (config) => new EC2Client(config), {
    DescribeSubnets: DescribeSubnetsCommand,
    DescribeSecurityGroups: DescribeSecurityGroupsCommand,
    DescribeSecurityGroupVpcAssociations: DescribeSecurityGroupVpcAssociationsCommand,
    DescribeRouteTables: DescribeRouteTablesCommand,
    DescribeVpcs: DescribeVpcsCommand,
    DescribeVpcEndpoints: DescribeVpcEndpointsCommand,
    DescribeDhcpOptions: DescribeDhcpOptionsCommand,
    DescribeFlowLogs: DescribeFlowLogsCommand,
    DescribeNetworkInterfaces: DescribeNetworkInterfacesCommand,
    DescribeInstanceTypeOfferings: DescribeInstanceTypeOfferingsCommand,
    DescribeInstanceTypes: DescribeInstanceTypesCommand,
    DescribeNatGateways: DescribeNatGatewaysCommand,
    DescribeNetworkAcls: DescribeNetworkAclsCommand,
    DescribePrefixLists: DescribePrefixListsCommand,
    DescribeVpcAttribute: DescribeVpcAttributeCommand,
    GetManagedPrefixListEntries: GetManagedPrefixListEntriesCommand,
  });
}
