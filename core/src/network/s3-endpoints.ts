import type { VpcEndpoint } from "../account/resources.js";

/**
 * The endpoint that S3's own names lead to in the VPC, if it has one: the packets then go to an address of the VPC, and
 * neither routes nor filters see those of S3. With names for resolvers from outside only, the VPC's own packets take
 * the gateway endpoint.
 *
 * @see https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DnsOptions.html
 */
export function interfaceEndpointOfS3(endpoints: readonly VpcEndpoint[]): VpcEndpoint | undefined {
  return endpoints.find(
    ({ serviceName, vpcEndpointType, state, privateDnsEnabled, namesOnlyFromOutside }) =>
      isS3(serviceName) &&
      vpcEndpointType === "Interface" &&
      isAvailable(state) &&
      privateDnsEnabled &&
      namesOnlyFromOutside !== true,
  );
}

/** `com.amazonaws.us-east-1.s3`, and in China `cn.com.amazonaws.cn-north-1.s3`. */
export function isS3(serviceName: string): boolean {
  return /^(?:cn\.)?com\.amazonaws\.[a-z0-9-]+\.s3$/.test(serviceName);
}

/** The API's model says `Available`, the API `available`. */
export function isAvailable(state: string): boolean {
  return state.toLowerCase() === "available";
}
