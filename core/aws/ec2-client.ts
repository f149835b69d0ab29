import {
  DescribeDhcpOptionsCommand,
  DescribeInstanceTypeOfferingsCommand,
  DescribeInstanceTypesCommand,
  DescribeNatGatewaysCommand,
  DescribeNetworkAclsCommand,
  DescribePrefixListsCommand,
  DescribeRouteTablesCommand,
  DescribeSecurityGroupVpcAssociationsCommand,
  DescribeSecurityGroupsCommand,
  DescribeSubnetsCommand,
  DescribeVpcAttributeCommand,
  DescribeVpcEndpointsCommand,
  DescribeVpcsCommand,
  EC2Client,
} from "@aws-sdk/client-ec2";
import {
  sdkConfig,
  serviceClient,
  withoutVersionWarning,
  type ClientSettings,
  type ServiceClient,
} from "./clients.js";

export function createEc2Client(settings: ClientSettings): ServiceClient {
  const client = withoutVersionWarning(() => new EC2Client(sdkConfig(settings)));
  return serviceClient(client, {
    DescribeSubnets: (input, options) => client.send(new DescribeSubnetsCommand(input as never), options),
    DescribeSecurityGroups: (input, options) =>
      client.send(new DescribeSecurityGroupsCommand(input as never), options),
    DescribeSecurityGroupVpcAssociations: (input, options) =>
      client.send(new DescribeSecurityGroupVpcAssociationsCommand(input as never), options),
    DescribeRouteTables: (input, options) =>
      client.send(new DescribeRouteTablesCommand(input as never), options),
    DescribeVpcs: (input, options) => client.send(new DescribeVpcsCommand(input as never), options),
    DescribeVpcEndpoints: (input, options) =>
      client.send(new DescribeVpcEndpointsCommand(input as never), options),
    DescribeDhcpOptions: (input, options) =>
      client.send(new DescribeDhcpOptionsCommand(input as never), options),
    DescribeInstanceTypeOfferings: (input, options) =>
      client.send(new DescribeInstanceTypeOfferingsCommand(input as never), options),
    DescribeInstanceTypes: (input, options) =>
      client.send(new DescribeInstanceTypesCommand(input as never), options),
    DescribeNatGateways: (input, options) =>
      client.send(new DescribeNatGatewaysCommand(input as never), options),
    DescribeNetworkAcls: (input, options) =>
      client.send(new DescribeNetworkAclsCommand(input as never), options),
    DescribePrefixLists: (input, options) =>
      client.send(new DescribePrefixListsCommand(input as never), options),
    DescribeVpcAttribute: (input, options) =>
      client.send(new DescribeVpcAttributeCommand(input as never), options),
  });
}
