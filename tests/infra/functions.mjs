// Bicep's functions with the least and the most arguments they take: https://learn.microsoft.com/azure/azure-resource-manager/bicep/bicep-functions
const any = Infinity;

export const functions = {
  // decorators
  allowed: [1, 1], description: [1, 1], minLength: [1, 1], maxLength: [1, 1], minValue: [1, 1], maxValue: [1, 1], secure: [0, 0], batchSize: [1, 1],
  // arrays, objects, lambdas
  array: [1, 1], concat: [1, any], contains: [2, 2], empty: [1, 1], filter: [2, 2], first: [1, 1], flatten: [1, 1], indexOf: [2, 2],
  intersection: [2, any], items: [1, 1], join: [2, 2], last: [1, 1], length: [1, 1], map: [2, 2], mapValues: [2, 2], max: [1, any], min: [1, any],
  objectKeys: [1, 1], range: [2, 2], reduce: [3, 3], shallowMerge: [1, 1], skip: [2, 2], sort: [2, 2], take: [2, 2], toObject: [2, 3], union: [2, any],
  // strings and values
  any: [1, 1], base64: [1, 1], base64ToString: [1, 1], bool: [1, 1], coalesce: [1, any], dateTimeAdd: [2, 3], endsWith: [2, 2], format: [1, any],
  guid: [1, any], int: [1, 1], json: [1, 1], newGuid: [0, 0], padLeft: [2, 3], replace: [3, 3], split: [2, 2], startsWith: [2, 2], string: [1, 1],
  substring: [2, 3], toLower: [1, 1], toUpper: [1, 1], trim: [1, 1], uniqueString: [1, any], uri: [2, 2], uriComponent: [1, 1], utcNow: [0, 1],
  // scopes, resources, files
  deployment: [0, 0], environment: [0, 0], extensionResourceId: [3, any], loadJsonContent: [1, 3], loadTextContent: [1, 2], loadYamlContent: [1, 3],
  managementGroup: [0, 1], readEnvironmentVariable: [1, 2], reference: [1, 3], resourceGroup: [0, 2], resourceId: [2, any], subscription: [0, 1],
  subscriptionResourceId: [2, any], tenant: [0, 0], tenantResourceId: [2, any], listKeys: [2, 3],
};

const strings = new Set(['base64', 'base64ToString', 'format', 'guid', 'join', 'loadTextContent', 'padLeft', 'replace', 'resourceId', 'string', 'substring',
  'subscriptionResourceId', 'toLower', 'toUpper', 'trim', 'uniqueString', 'uri', 'uriComponent', 'utcNow', 'readEnvironmentVariable', 'dateTimeAdd']);
const integers = new Set(['int', 'length', 'indexOf']);
const truths = new Set(['bool', 'contains', 'empty', 'endsWith', 'startsWith']);

/** What a function returns, where that is one type: string, int or bool. */
export const returnType = name => strings.has(name) ? 'string' : integers.has(name) ? 'int' : truths.has(name) ? 'bool' : undefined;
