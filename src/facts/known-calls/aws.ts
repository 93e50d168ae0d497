import { reads, rowsOf, writes } from './row-maker.ts'
import type { KnownCallRow, RowArgument } from './row.ts'

const SOURCE = 'https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/'
const DYNAMODB = 'https://docs.aws.amazon.com/AWSJavaScriptSDK/v3/latest/Package/-aws-sdk-lib-dynamodb/'

/** Packages of clients: the client, and the commands that only read. */
const CLIENTS: readonly (readonly [module: string, client: string, reading: string])[] = [
  [
    '@aws-sdk/client-s3',
    'S3',
    `GetObject GetObjectAcl GetObjectAttributes GetObjectTagging GetBucketAcl GetBucketCors GetBucketEncryption
      GetBucketLocation GetBucketPolicy GetBucketTagging GetBucketVersioning GetBucketWebsite HeadBucket HeadObject
      ListBuckets ListMultipartUploads ListObjects ListObjectsV2 ListObjectVersions ListParts`,
  ],
  [
    '@aws-sdk/client-dynamodb',
    'DynamoDB',
    'GetItem BatchGetItem TransactGetItems Query Scan DescribeTable ListTables',
  ],
  ['@aws-sdk/client-ssm', 'SSM', 'GetParameter GetParameters GetParametersByPath DescribeParameters'],
  ['@aws-sdk/client-secrets-manager', 'SecretsManager', 'GetSecretValue DescribeSecret ListSecrets'],
  ['@aws-sdk/client-sts', 'STS', 'GetCallerIdentity'],
  ['@aws-sdk/client-sqs', 'SQS', 'GetQueueAttributes GetQueueUrl ListQueues'],
  ['@aws-sdk/client-sns', 'SNS', 'GetTopicAttributes ListTopics ListSubscriptions ListSubscriptionsByTopic'],
  [
    '@aws-sdk/client-cloudformation',
    'CloudFormation',
    `DescribeStacks DescribeStackEvents DescribeStackResource DescribeStackResources GetTemplate ListStacks
      ListStackResources ListExports`,
  ],
  [
    '@aws-sdk/client-ec2',
    'EC2',
    `DescribeImages DescribeInstances DescribeInstanceStatus DescribeRegions DescribeSecurityGroups DescribeSubnets
      DescribeVpcs DescribeVolumes DescribeSnapshots`,
  ],
  ['@aws-sdk/client-ecs', 'ECS', 'DescribeServices DescribeTasks DescribeTaskDefinition ListTasks ListServices'],
  [
    '@aws-sdk/client-lambda',
    'Lambda',
    'GetFunction GetFunctionConfiguration GetPolicy ListFunctions ListAliases ListVersionsByFunction',
  ],
  ['@aws-sdk/client-iam', 'IAM', 'GetRole GetUser GetPolicy ListRoles ListUsers ListAttachedRolePolicies'],
  [
    '@aws-sdk/client-cognito-identity-provider',
    'CognitoIdentityProvider',
    'AdminGetUser AdminListGroupsForUser GetUser ListUsers ListUsersInGroup DescribeUserPool',
  ],
]

const named = (...options: readonly string[]): readonly RowArgument[] =>
  options.map((option) => ({ argument: 0, option }))

/** What names the object or the row that a command changes. */
const NAMED: Readonly<Record<string, readonly RowArgument[]>> = {
  S3: named('Bucket', 'Key'),
  DynamoDB: named('TableName', 'Key'),
}

/** Commands that read an object beside the one that they write, and what names it. */
const COPIES: Readonly<Record<string, readonly [commands: string, source: readonly RowArgument[]]>> = {
  S3: ['CopyObject UploadPartCopy', named('CopySource')],
}

const wordsOf = (names: string): readonly string[] => names.trim().split(/\s+/)

const methodOf = (command: string): string => `${command[0]!.toLowerCase()}${command.slice(1)}`

const rowsOfCopies = (module: string, client: string): KnownCallRow[] => {
  const [commands, source] = COPIES[client] ?? ['']
  if (!source) return []
  const row = rowsOf(module, `${SOURCE}client/${module.replace(/^.*client-/, '')}/`)
  const facts = {
    effects: [...reads('network', source), ...writes('network', NAMED[client])],
    returns: 'Promise',
    fresh: true,
  } as const
  const kind = wordsOf(commands).map((name) => `${module}:${name}Command`)
  return [
    row('', `${client}Client#send ${client}#send ?#send`, { ...facts, when: { argument: 0, kind } }),
    row(`${client}#`, wordsOf(commands).map(methodOf).join(' '), facts),
  ]
}

/** `client.send(new GetObjectCommand({...}))`: the class of the command tells; and `client.getObject({...})`. */
const rowsOfClient = ([module, client, reading]: (typeof CLIENTS)[number]): KnownCallRow[] => {
  const row = rowsOf(module, `${SOURCE}client/${module.replace(/^.*client-/, '')}/`)
  const methods = wordsOf(reading).map(methodOf)
  const result = { returns: 'Promise', fresh: true } as const
  return [
    // Clients, and commands, which hold their input until they are sent.
    row('new ', '*', { effects: [], fresh: true, holds: [0] }),
    // By whatever name the client goes, the command tells.
    row('', `${client}Client#send ${client}#send ?#send`, {
      effects: reads('network'),
      when: { argument: 0, kind: wordsOf(reading).map((name) => `${module}:${name}Command`) },
      ...result,
    }),
    ...rowsOfCopies(module, client),
    row('', `${client}Client#send ${client}#send ?#send`, { effects: writes('network', NAMED[client]), ...result }),
    row(`${client}#`, methods.join(' '), { effects: reads('network'), ...result }),
    row(`${client}#`, '*', { effects: writes('network', NAMED[client]), ...result }),
  ]
}

const upload = rowsOf('@aws-sdk/lib-storage', `${SOURCE}Package/-aws-sdk-lib-storage/`)
const uploaded = named('params.Bucket', 'params.Key')
const document = rowsOf('@aws-sdk/lib-dynamodb', DYNAMODB)

export const AWS: readonly KnownCallRow[] = [
  ...CLIENTS.flatMap(rowsOfClient),
  document('new ', '*', { effects: [], fresh: true, holds: [0] }),
  ...['DynamoDBDocumentClient', 'DynamoDBDocument'].flatMap((name) => [
    document('', `${name}.from`, { effects: [], returns: `@aws-sdk/lib-dynamodb:${name}`, fresh: true }),
    document(`${name}#`, 'send', {
      effects: reads('network'),
      returns: 'Promise',
      fresh: true,
      when: {
        argument: 0,
        kind: wordsOf('Get BatchGet TransactGet Query Scan').map((one) => `@aws-sdk/lib-dynamodb:${one}Command`),
      },
    }),
    document(`${name}#`, 'send', { effects: writes('network', NAMED['DynamoDB']), returns: 'Promise', fresh: true }),
  ]),
  document('DynamoDBDocument#', 'get batchGet transactGet query scan', {
    effects: reads('network'),
    returns: 'Promise',
    fresh: true,
  }),
  document('DynamoDBDocument#', '*', { effects: writes('network', NAMED['DynamoDB']), returns: 'Promise', fresh: true }),
  // The upload begins with `done`; where it goes is told before.
  upload('new ', 'Upload', { effects: writes('network', uploaded), fresh: true, holds: [0] }),
  upload('Upload#', 'done', { effects: writes('receiver'), returns: 'Promise', fresh: true }),
  upload('Upload#', 'on', { effects: writes('receiver'), callsLater: [1], returns: '$this' }),
]
