import { reads, rowsOf, writes } from './row-maker.ts'
import type { RowFacts } from './row-maker.ts'
import type { KnownCallRow, RowCondition } from './row.ts'

const ENDPOINTS = 'https://github.com/octokit/plugin-rest-endpoint-methods.js/tree/main/docs'
const CORE = 'https://github.com/octokit/core.js#readme'
const PAGINATE = 'https://github.com/octokit/plugin-paginate-rest.js#readme'
const GRAPHQL = 'https://github.com/octokit/graphql.js#readme'

/** Endpoints whose method is GET under this name, in every group that has it. */
export const GETS = `checkAutomatedSecurityFixes checkBlocked checkBlockedUser checkCollaborator checkFollowingForUser checkIfMerged
  checkImmutableReleases checkIsStarred checkMembershipForUser checkPermissionsForRepoInOrg
  checkPublicMembershipForUser checkUserCanBeAssigned checkUserCanBeAssignedToIssue checkVulnerabilityAlerts code
  codeownersErrors commits compareCommits compareCommitsWithBasehead downloadArchive downloadArtifact
  downloadJobLogsForWorkflowRun downloadTarballArchive downloadWorkflowRunAttemptLogs downloadWorkflowRunLogs
  downloadZipballArchive get getAccessRestrictions getActionsCacheList getActionsCacheUsage
  getActionsCacheUsageForOrg getAdminBranchProtection getAllCommonlyUsed getAllDeploymentProtectionRules
  getAllEnvironments getAllStatusCheckContexts getAllTemplates getAllTopics getAllowedActionsOrganization
  getAllowedActionsRepository getArtifact getAuthenticated getAutolink getBlob getBranch getBranchProtection
  getBranchRules getById getByName getBySlug getByUsername getClones getCodeFrequencyStats
  getCollaboratorPermissionLevel getCombinedStatusForRef getComment getCommit getCommitActivityStats
  getCommitComment getCommitSignatureProtection getCommunityProfileMetrics getContent getContextForUser
  getContributorsStats getCustomImageForOrg getCustomImageVersionForOrg getCustomOidcSubClaimForRepo getDeployKey
  getDeployment getDeploymentBranchPolicy getDeploymentStatus getDiscussionCommentInOrg getDiscussionInOrg
  getEnvironment getEnvironmentPublicKey getEnvironmentSecret getEnvironmentVariable getEvent getFeeds
  getFieldForOrg getFieldForUser getForOrg getForRepo getForUser getGpgKeyForAuthenticated
  getGpgKeyForAuthenticatedUser getHostedRunnerForOrg getHostedRunnersLimitsForOrg getHostedRunnersPlatformsForOrg
  getImmutableReleasesSettings getInstallation getJobForWorkflowRun getLabel getLatestPagesBuild getLatestRelease
  getMembershipForUser getMembershipForUserInOrg getMilestone getOrgInstallation getOrgItem getOrgPublicKey
  getOrgRole getOrgRuleSuite getOrgRuleSuites getOrgRuleset getOrgRulesetHistory getOrgRulesetVersion
  getOrgRulesets getOrgSecret getOrgVariable getPackageForAuthenticatedUser getPackageForOrganization
  getPackageForUser getPackageVersionForUser getPages getPagesBuild getPagesDeployment getPagesHealthCheck
  getParent getParticipationStats getPendingDeploymentsForRun getPublicSshKeyForAuthenticated
  getPullRequestReviewProtection getPunchCardStats getReadme getReadmeInDirectory getRef getRelease
  getReleaseAsset getReleaseByTag getRepoInstallation getRepoPermissions getRepoPublicKey getRepoRuleSuite
  getRepoRuleSuites getRepoRuleset getRepoRulesetHistory getRepoRulesetVersion getRepoRulesets getRepoSecret
  getRepoSubscription getRepoVariable getReview getReviewComment getReviewsForRun getRevision
  getSelfHostedRunnerForOrg getSelfHostedRunnerForRepo getStatusChecksProtection getSubscriptionPlanForAccount
  getSuite getTag getTemplate getThread getTopPaths getTopReferrers getTree getUserInstallation getUserItem
  getViews getWebhook getWebhookConfigForApp getWebhookConfigForOrg getWebhookConfigForRepo getWebhookDelivery
  getWorkflow getWorkflowAccessToRepository getWorkflowRun getWorkflowRunAttempt getWorkflowRunUsage
  getWorkflowUsage issuesAndPullRequests labels list listAccountsForPlan listAccountsForPlanStubbed listActivities
  listAnnotations listAppInstallations listArtifactDeploymentRecords listArtifactStorageRecords
  listArtifactsForRepo listAssignees listAttestationRepositories listAttestations listAutolinks
  listBlockedByAuthenticated listBlockedByAuthenticatedUser listBlockedUsers listBranches
  listBranchesForHeadCommit listChildInOrg listCollaborators listComments listCommentsForCommit
  listCommentsForRepo listCommentsForReview listCommitCommentsForRepo listCommitStatusesForRef listCommits
  listContributors listCustomImageVersionsForOrg listCustomImagesForOrg listDependenciesBlockedBy
  listDependenciesBlocking listDeployKeys listDeploymentBranchPolicies listDeploymentStatuses listDeployments
  listDiscussionCommentsInOrg listDiscussionsInOrg listEmailsForAuthenticated listEmailsForAuthenticatedUser
  listEnvironmentSecrets listEnvironmentVariables listEvents listEventsForAuthenticatedUser listEventsForRepo
  listEventsForTimeline listFailedInvitations listFieldsForOrg listFieldsForUser listFiles
  listFollowedByAuthenticated listFollowedByAuthenticatedUser listFollowersForUser listFollowingForUser
  listForAuthenticatedUser listForCommitComment listForIssue listForIssueComment listForOrg
  listForPullRequestReviewComment listForRef listForRelease listForRepo listForSuite listForTeamDiscussionInOrg
  listForUser listForks listGpgKeysForAuthenticated listGpgKeysForAuthenticatedUser listGpgKeysForUser
  listHostedRunnersForOrg listInstallations listInvitationTeams listInvitations listIssueTypes listItemsForOrg
  listItemsForUser listJobsForWorkflowRun listJobsForWorkflowRunAttempt listLabelsForMilestone listLabelsForRepo
  listLabelsOnIssue listLanguages listMatchingRefs listMembers listMembersInOrg listMilestones listOrgRoleTeams
  listOrgRoleUsers listOrgRoles listOrgSecrets listOrgVariables listOutsideCollaborators
  listPackagesForOrganization listPackagesForUser listPagesBuilds listPatGrantRepositories
  listPatGrantRequestRepositories listPatGrantRequests listPatGrants listPendingInvitations
  listPendingInvitationsInOrg listPlans listPlansStubbed listPublic listPublicEvents
  listPublicEventsForRepoNetwork listPublicEventsForUser listPublicKeysForUser listPublicMembers
  listPublicOrgEvents listReceivedEventsForUser listReceivedPublicEventsForUser listReleaseAssets listReleases
  listRepoEvents listRepoOrganizationSecrets listRepoOrganizationVariables listRepoSecrets listRepoVariables
  listRepoWorkflows listReposInOrg listReposStarredByUser listReposWatchedByUser listRequestedReviewers
  listReviewComments listReviewCommentsForRepo listReviews listRunnerApplicationsForOrg
  listRunnerApplicationsForRepo listSelectedReposForOrgSecret listSelectedReposForOrgVariable
  listSelfHostedRunnersForOrg listSelfHostedRunnersForRepo listSocialAccountsForUser listSshSigningKeysForUser
  listStargazersForRepo listStarred listSubIssues listSuitesForRef listTags listTeams listWatchersForRepo
  listWebhookDeliveries listWebhooks listWorkflowRunArtifacts listWorkflowRuns listWorkflowRunsForRepo repos
  topics users`

const isGet: RowCondition = { argument: 0, matches: '^(?:GET|HEAD) ' }
const changesByText: RowCondition = { argument: 0, matches: '^(?:POST|PUT|PATCH|DELETE) ' }
const isQuery: RowCondition = { argument: 0, matches: String.raw`^\s*(?:query\b|\{)` }

const row = rowsOf('octokit', CORE)
const endpoint = rowsOf('octokit', ENDPOINTS)
const paginated = rowsOf('octokit', PAGINATE)

/** `octokit.rest.issues.listForRepo`, which is not called here. */
const endpointOf = (kind: string): RowCondition => ({ argument: 0, kind: [kind] })

const pages = (facts: RowFacts): KnownCallRow =>
  paginated('Octokit#', 'paginate', { calls: [1, 2], returns: 'Promise<Array>', fresh: true, ...facts })

/** `@octokit/rest` and `@octokit/core` are aliases of `octokit`. */
export const OCTOKIT: readonly KnownCallRow[] = [
  row('new ', 'Octokit', { effects: [], fresh: true }),
  row('', 'Octokit.defaults Octokit.plugin', { effects: [] }),
  rowsOf('@actions/github', 'https://github.com/actions/toolkit/tree/main/packages/github#readme')('', 'getOctokit', {
    effects: [],
    returns: 'octokit:Octokit',
    fresh: true,
  }),
  endpoint('Endpoints#', GETS, { effects: reads('network'), returns: 'Promise', fresh: true }),
  endpoint('Endpoints#', '*', { effects: writes('network'), returns: 'Promise', fresh: true }),
  row('Octokit#', 'request', { effects: reads('network'), returns: 'Promise', fresh: true, when: isGet }),
  row('Octokit#', 'request', { effects: writes('network'), returns: 'Promise', fresh: true }),
  // What is listed page by page is read; a function beside the parameters changes each page.
  ...[isGet, endpointOf('octokit:Get')].flatMap((when) => [
    pages({ effects: reads('network'), calls: [2], when: [when, { argument: 1, kind: ['Object'], absent: true }] }),
    pages({ effects: reads('network'), when }),
  ]),
  ...[changesByText, endpointOf('octokit:Change')].map((when) => pages({ effects: writes('network'), when })),
  pages({ effects: reads('network'), bySigns: true }),
  rowsOf('octokit', GRAPHQL)('Octokit#', 'graphql', {
    effects: reads('network'),
    returns: 'Promise',
    fresh: true,
    when: isQuery,
  }),
  rowsOf('octokit', GRAPHQL)('Octokit#', 'graphql', { effects: writes('network'), returns: 'Promise', fresh: true }),
  ...['request', 'graphql'].flatMap((name) => [
    rowsOf(`@octokit/${name}`, CORE)('', `default ${name}`, {
      effects: reads('network'),
      returns: 'Promise',
      fresh: true,
      when: name === 'request' ? isGet : isQuery,
    }),
    rowsOf(`@octokit/${name}`, CORE)('', `default ${name}`, { effects: writes('network'), returns: 'Promise', fresh: true }),
  ]),
]
